package chorus.simulate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.simulate.replay.formats.NamedTrack;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import chorus.simulate.replay.formats.TrackNumbers;
import chorus.simulate.replay.input.MalformedInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepertoireTest {
    private static final ReplayedPlaylist THREE = new ReplayedPlaylist(5, 6, new int[] {0, 1, 2});

    private static TrackNumbers numbers(String... uris) {
        var numbers = new TrackNumbers();
        for (var uri : uris) {
            numbers.of(new NamedTrack(uri, "T " + uri, "a", "A"));
        }
        return numbers;
    }

    @Test
    void withoutEarlierOnesTracksHaveTheirNumbersAsIds() {
        var repertoire = new Repertoire(Map.of(), numbers("a", "b", "c"));
        assertThat(repertoire.withIds(THREE).tracks()).containsExactly(0, 1, 2);
        assertThat(repertoire.added(2)).contains(new Track(new TrackId(2), "c", "T c", "a", "A"));
        assertThat(repertoire.free(1)).isEqualTo(new TrackId(4));
    }

    @Test
    void tracksThatTheTopicHoldsKeepTheirIds() {
        var known = Map.of("old", new TrackId(3), "older", new TrackId(6));
        var repertoire = new Repertoire(known, numbers("b", "old", "c"));
        assertThat(repertoire.withIds(THREE)).satisfies(playlist -> {
            assertThat(playlist.tracks()).containsExactly(7, 3, 8);
            assertThat(playlist.pid()).isEqualTo(5);
            assertThat(playlist.modifiedAt()).isEqualTo(6);
        });
        assertThat(repertoire.added(3)).isEmpty();
        assertThat(repertoire.id("older")).contains(new TrackId(6));
        assertThat(repertoire.id("c")).contains(new TrackId(8));
        assertThat(repertoire.id("none")).isEmpty();
        assertThat(repertoire.free(0)).isEqualTo(new TrackId(9));
    }

    @Test
    void moreTracksThanIdsAreRefused() {
        var known = Map.of("last", new TrackId(TrackId.BOUND - 2));
        var repertoire = new Repertoire(known, numbers("a"));
        assertThat(repertoire.id("a")).contains(new TrackId(TrackId.BOUND - 1));
        assertThatThrownBy(() -> repertoire.free(0))
                .isInstanceOf(MalformedInput.class)
                .hasMessageContaining("name more than 16777216 tracks and targets");
        assertThatThrownBy(() -> new Repertoire(known, numbers("a", "b"))).isInstanceOf(MalformedInput.class);
    }
}
