package chorus.rows.results;

import chorus.playlist.Track;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the lists of one model were in one world, beside one campaign, test by test: rows of tests.csv and lists.csv.
 *
 * @param campaign empty where none has started in the world
 * @param targets the campaign's promoted tracks, by id
 * @param tests ascending by playlist
 * @param catalogue what the tracks are
 */
public record TestRows(
        long generation,
        String world,
        String campaign,
        String recommender,
        List<Integer> targets,
        List<Tested> tests,
        Catalogue catalogue)
        implements Labelled<TestRows> {
    public TestRows {
        targets = List.copyOf(targets);
        tests = List.copyOf(tests);
    }

    /** The tracks by their ids. */
    @FunctionalInterface
    public interface Catalogue {
        /** Nobody tells what they are. */
        Catalogue UNTOLD = _ -> Optional.empty();

        Optional<Track> track(int id);
    }

    /** The same with a catalogue. */
    public TestRows of(Catalogue told) {
        return new TestRows(generation, world, campaign, recommender, targets, tests, told);
    }

    /**
     * One test playlist. Tracks are ids.
     *
     * @param playlist id
     * @param seed what the model saw, in order
     * @param heldOut what followed, in order; K of them
     * @param list what was recommended, best first
     * @param rareSeed whether the seed holds a track that is rare or unseen in this world
     * @param figures accuracy of this list alone
     */
    public record Tested(long playlist, int[] seed, int[] heldOut, int[] list, boolean rareSeed, Figures figures) {}

    /** Where the first of the targets stands in a list, from 1; empty where none does. */
    public OptionalInt rank(Tested test) {
        for (var i = 0; i < test.list().length; i++) {
            if (targets.contains(test.list()[i])) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public TestRows named(String otherWorld, String otherCampaign) {
        return new TestRows(generation, otherWorld, otherCampaign, recommender, targets, tests, catalogue);
    }

    @Override
    public TestRows withoutCampaign(String otherWorld) {
        return new TestRows(generation, otherWorld, "", recommender, List.of(), tests, catalogue);
    }
}
