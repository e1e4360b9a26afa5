package chorus.retrain;

import chorus.evaluate.TestPlaylist;
import chorus.recommend.TrainingSet;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that a generation is made from: the worlds at one cut.
 *
 * @param worlds those that are shown; there may be sides of more
 * @param sides by the worlds' bits; one object for worlds that agree, so that work on it is shared
 */
public record Cut(Worlds worlds, List<Side> sides, Tallies tallies) {
    public Cut {
        sides = List.copyOf(sides);
        var most = worlds.byBit().getLast().bit();
        if (sides.size() <= most) {
            throw new IllegalArgumentException(sides.size() + " sides of the worlds " + worlds.names());
        }
    }

    /**
     * One world at the cut, or several that agree.
     *
     * @param training makes the training set anew each time, as large ones are not kept; may be asked by several threads
     * @param tests ascending by playlist id
     * @param playlists gives the training playlists alone, as the training set does
     */
    public record Side(Supplier<TrainingSet> training, List<TestPlaylist> tests, Supplier<List<int[]>> playlists) {
        public Side {
            tests = List.copyOf(tests);
        }

        /** One where there is no log. */
        public Side(Supplier<TrainingSet> training, List<TestPlaylist> tests) {
            this(training, tests, () -> {
                throw new IllegalStateException("the cut is of counts alone");
            });
        }
    }

    /**
     * What does not depend on the world.
     *
     * @param trainingPlaylists playlists that exist and are not held out
     * @param edits edits applied up to the cut
     * @param refused records refused up to the cut
     * @param planted training playlists that hold a campaign's plant, by the campaign's name; none has no entry
     */
    public record Tallies(long trainingPlaylists, long edits, long refused, Map<String, Long> planted) {
        public Tallies {
            planted = Map.copyOf(planted);
        }

        public long planted(String campaign) {
            return planted.getOrDefault(campaign, 0L);
        }
    }

    public Side side(World world) {
        return sides.get(world.bit());
    }
}
