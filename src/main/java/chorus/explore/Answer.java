package chorus.explore;

import chorus.recommend.Reason;
import java.util.List;

/**
 * A playlist's continuations by one recommender.
 *
 * @param seed the tracks that were given, in order
 * @param worlds as the run shows them
 */
public record Answer(long generation, String recommender, List<Named> seed, List<OfWorld> worlds) {
    /** A track as people know it; an unknown one has its id alone. */
    public record Named(int track, String uri, String title, String artist) {
        static Named of(int id, Catalogue catalogue) {
            return catalogue
                    .track(id)
                    .map(track -> new Named(id, track.uri(), track.title(), track.artistName()))
                    .orElseGet(() -> new Named(id, "", "", ""));
        }
    }

    /** @param list best first */
    public record OfWorld(String world, List<String> campaigns, List<Entry> list) {}

    /**
     * A recommended track.
     *
     * @param inTwin its rank in the twin's list, from 1; 0 where that list, as long as this one, lacks it
     * @param targetOf campaigns of this world that promote it
     * @param reasons by seed track, those that did something; none from a model that has no counts to tell of
     */
    public record Entry(int rank, Named track, int inTwin, List<String> targetOf, List<Reason> reasons) {}
}
