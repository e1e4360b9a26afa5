package chorus.config.collective;

import chorus.config.kinds.Form;
import chorus.config.kinds.Range;

/** Which playlists a collective knows when its campaign starts; its own it always does. */
public sealed interface Knows extends Form {
    /** All training playlists. */
    record Full() implements Knows {}

    /** None but its own: cntT is cntQ. */
    record Own() implements Knows {}

    /** This share of the other training playlists. */
    record Sample(double share) implements Knows {
        public Sample {
            Range.share("sample", share);
        }
    }

    /** So many of the other training playlists. */
    record Playlists(int playlists) implements Knows {
        public Playlists {
            Range.within("playlists", playlists, 0, 10_000_000);
        }
    }

    /**
     * Public stream counts in place of cntT: the playlists that hold a track, held-out ones too, times exp(σ·N(0, 1)), drawn
     * once a track.
     */
    record Streams(double sigma) implements Knows {
        public Streams {
            Range.within("streams", sigma, 0, 10);
        }
    }
}
