package chorus.run;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small simulation: what a command line sets, and what a test varies. */
public record Scenario(List<String> sets) {
    private static final String CAMPAIGNS =
            "[{name: lift, strategy: DirLoF, budget: 8, start: 1, join: [0.5, 1], leave: [0.5, 0]}, "
                    + "{name: noise, strategy: Random, budget: 8, start: 2, join: [1], leave: [0]}]";

    /** Two campaigns that rise and end among much organic editing. */
    public static Scenario small() {
        return new Scenario(List.of(
                "simulate.playlists=200",
                "simulate.epochs=5",
                "simulate.changePerEpoch=0.1",
                "campaigns=" + CAMPAIGNS,
                "evaluate.testShare=0.2",
                "stream.commitInterval=200ms",
                "serve.port=0"));
    }

    public Scenario with(String... more) {
        var all = new ArrayList<>(sets);
        all.addAll(List.of(more));
        return new Scenario(List.copyOf(all));
    }

    public Settings settings() {
        return SettingsLoader.load(Optional.empty(), sets);
    }
}
