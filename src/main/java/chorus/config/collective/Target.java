package chorus.config.collective;

import chorus.config.kinds.Form;
import chorus.config.kinds.Range;
import chorus.playlist.TrackId;

/** The promoted track. */
public sealed interface Target extends Form {
    /** A track of its own, which nobody else has; campaigns that give it one name share it. */
    record New(String name) implements Target {
        public New {
            Range.line("new", name, 100);
        }
    }

    /** A track that there is. */
    record Uri(String uri) implements Target {
        public Uri {
            Range.line("uri", uri, 500);
        }
    }

    /** One drawn among the training playlists' tracks from rank {@code from} to rank {@code to}, from 1, at the start. */
    record Rank(int from, int to) implements Target {
        public Rank {
            if (from < 1 || to < from || to > TrackId.BOUND) {
                throw new IllegalArgumentException("rank = [" + from + ", " + to
                        + "]: must be the first and the last rank, 1 ≤ first ≤ last ≤ " + TrackId.BOUND);
            }
        }
    }

    /**
     * The tracks of one scene, for altruistic campaigns alone. Of real playlists, whose scenes nobody names, an artist stands
     * for a scene.
     *
     * @param rank of the scene by its entries in the training playlists at the start, 1 the largest
     */
    record Scene(int rank) implements Target {
        public Scene {
            Range.within("scene", rank, 1, TrackId.BOUND);
        }
    }
}
