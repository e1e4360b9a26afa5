package chorus.page;

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
            return new OfWorld(
                    world.name(),
                    world.collective().isPresent(),
                    world.newest()
                            .map(altruists -> altruists.begin().first().orElse(rounds))
                            .orElse(0),
                    world.newest()
                            .map(altruists -> altruists.end().orElse(rounds))
                            .orElse(0));
        }
    }

    /** A column of the run's file. */
    public record Figure(String name, String meaning) {}

    /** @param version of Chorus */
    public static RoundsSheet of(Settings settings, String version, List<Figure> figures) {
        var altruism = settings.altruism();
        return new RoundsSheet(
                settings.name(),
                version,
                settings.randomSeed(),
                true,
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
