package chorus.simulate;

import chorus.config.Settings;
import chorus.worlds.WorldSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The campaigns of one settings, drawn for themselves and put beside those of others over the same plan, in worlds of their own.
 *
 * @param settings whose campaigns; all scenarios of a plan agree in everything but campaigns and worlds
 * @param label what a campaign is called there, by its name
 * @param worlds in which a campaign happens there, by its name
 */
public record Scenario(Settings settings, UnaryOperator<String> label, Function<String, WorldSet> worlds) {
    /** The campaigns as the settings name them, in the worlds that these have. */
    public static Scenario alone(Settings settings) {
        var worlds = settings.allWorlds();
        return new Scenario(settings, UnaryOperator.identity(), worlds::with);
    }
}
