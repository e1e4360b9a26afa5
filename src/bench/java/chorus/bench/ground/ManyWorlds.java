package chorus.bench.ground;

import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs of any number of worlds: the twin, and one for each of the campaigns w1, w2, …, all for one new track. */
public final class ManyWorlds {
    private ManyWorlds() {}

    /** The campaign of a world beside the twin, by the world's bit. */
    static String campaign(int world) {
        return "w" + world;
    }

    /**
     * The settings that give a run so many worlds, as for {@code --set}. Campaigns with one target may not meet, so there is no
     * world of all of them.
     *
     * @param campaign what else each campaign has, e.g. {@code strategy: Random, budget: 1, start: 1}
     */
    public static List<String> sets(int worlds, String campaign) {
        var campaigns = IntStream.range(1, worlds)
                .mapToObj(world -> "{name: " + campaign(world) + ", target: {new: song}, " + campaign + "}")
                .collect(Collectors.joining(", ", "campaigns=[", "]"));
        return List.of(campaigns, "worlds=each");
    }

    /** Why so many cannot be asked for, in one line; empty where they can. */
    public static Optional<String> fault(int worlds) {
        return worlds < 2 || worlds > WorldSet.MOST
                ? Optional.of("--worlds " + worlds + ": must lie in 2…" + WorldSet.MOST)
                : Optional.empty();
    }
}
