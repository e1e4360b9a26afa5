package chorus.evaluate;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A held-out playlist that is long enough to be a test at a cut.
 *
 * @param seed the first tracks, which the model sees
 * @param heldOut the tracks that follow, which it is to foretell; K of them, at least 1
 */
public record TestPlaylist(long id, int[] seed, int[] heldOut) {
    public TestPlaylist {
        if (heldOut.length == 0) {
            throw new IllegalArgumentException("test playlist " + id + " holds nothing out");
        }
    }

    /**
     * The test made of a held-out playlist; empty where it has too few tracks.
     *
     * @param tracks in order, none twice
     */
    public static Optional<TestPlaylist> of(long id, int[] tracks, HeldOut rule) {
        var playlist = new PlaylistId(id);
        if (!rule.isTest(playlist, tracks.length)) {
            return Optional.empty();
        }
        var seedLength = rule.seedLength(playlist);
        return Optional.of(new TestPlaylist(
                id, Arrays.copyOf(tracks, seedLength), Arrays.copyOfRange(tracks, seedLength, tracks.length)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TestPlaylist that
                && id == that.id
                && Arrays.equals(seed, that.seed)
                && Arrays.equals(heldOut, that.heldOut);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
