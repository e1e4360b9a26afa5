package chorus.retrain;

import java.util.List;

/** The rows were counted for other worlds than those of the settings. */
public final class OtherWorlds extends RuntimeException {
    private OtherWorlds(List<String> counted, List<String> settings) {
        super("the topology counts the worlds " + String.join(", ", counted) + "; these settings have "
                + String.join(", ", settings) + ": start all parts with the same settings");
    }

    static void unlessSame(List<String> counted, List<String> settings) {
        if (!counted.equals(settings)) {
            throw new OtherWorlds(counted, settings);
        }
    }
}
