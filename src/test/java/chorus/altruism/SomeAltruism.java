package chorus.altruism;

import chorus.config.AltruismSettings;
import chorus.config.SettingsLoader;
import chorus.ratings.results.RoundRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Settings of the section, by options without its name. */
public final class SomeAltruism {
    private SomeAltruism() {}

    /** Three rounds of two worlds, in the later two of which altruists act. */
    public static List<RoundRow> played() {
        return Game.play(
                of(
                        "users=60",
                        "items=20",
                        "minorityUsers=10",
                        "minorityItems=5",
                        "targets=5",
                        "rounds=3",
                        "begin=1",
                        "tolerance={absolute: 2}"),
                1);
    }

    public static AltruismSettings of(String... options) {
        return SettingsLoader.load(
                        Optional.empty(),
                        Arrays.stream(options).map(each -> "altruism." + each).toList())
                .altruism();
    }
}
