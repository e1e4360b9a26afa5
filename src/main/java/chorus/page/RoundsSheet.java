package chorus.page;

import chorus.config.AltruismSettings;
import chorus.config.Settings;
import chorus.config.altruism.World;
import java.util.List;

/**
 * A run of the second simulation as its page must know it before its rounds.
 *
 * @param live it goes on in the process that serves it
 * @param rounds it ends after so many
 * @param figures all that a round may tell, with what they mean
 */
public record RoundsSheet(
        String name,
        String version,
        long randomSeed,
        boolean live,
        int users,
        int minorityUsers,
        int items,
        int minorityItems,
        int rounds,
        List<OfWorld> worlds,
        List<Figure> figures) {
    /**
     * A world as it is shown.
     *
     * @param altruists the twin has none
     * @param begin the round from which on they act, that of the end where they wait for an order; 0 in the twin
     * @param end the round in which they act no more
     */
    public record OfWorld(String name, boolean altruists, int begin, int end) {
        static OfWorld of(World world, int rounds) {
            return world.newest()
                    .map(altruists -> {
                        var begin = altruists.begin().first().orElse(rounds);
                        return new OfWorld(
                                world.name(),
                                true,
                                begin,
                                Math.max(begin, altruists.end().orElse(rounds)));
                    })
                    .orElseGet(() -> new OfWorld(world.name(), false, 0, 0));
        }
    }

    /** A column of the run's file. */
    public record Figure(String name, String meaning) {}

    /**
     * That of a run.
     *
     * @param altruism of the settings, with what was ordered since
     * @param version of Chorus
     * @param live it goes on in the process that serves it
     */
    public static RoundsSheet of(
            Settings settings, AltruismSettings altruism, String version, boolean live, List<Figure> figures) {
        return new RoundsSheet(
                settings.name(),
                version,
                settings.randomSeed(),
                live,
                altruism.users(),
                altruism.minorityUsers(),
                altruism.items(),
                altruism.minorityItems(),
                altruism.rounds(),
                altruism.allWorlds().stream()
                        .map(world -> OfWorld.of(world, altruism.rounds()))
                        .toList(),
                figures);
    }

    public String json() {
        return Json.of(this);
    }
}
