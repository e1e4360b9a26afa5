package chorus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.simulate.collective.KnownPlaylist;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks 10…19 are of scene 1, 20…29 of scene 2, 30…39 of scene 3; 0…9 are of none. */
class ScenesTest {
    private static final List<KnownPlaylist> PLAYLISTS = List.of(
            playlist(1, 20, 21, 22, 10), playlist(2, 20, 22, 10, 11), playlist(3, 31, 30), playlist(4, 30, 20, 1, 2));

    private static KnownPlaylist playlist(long id, int... tracks) {
        return new KnownPlaylist(new PlaylistId(id), tracks);
    }

    private static Scenes scenes() {
        return Scenes.of(PLAYLISTS, track -> track < 10 ? -1 : track / 10);
    }

    /** Of 12 entries scene 2 has 6, which is half, scenes 1 and 3 have 3: the lower number comes first. */
    @Test
    void scenesAreRankedByTheirEntriesAndAsFewAsHoldHalfAreBig() {
        assertThat(scenes().size()).isEqualTo(3);
        assertThat(scenes().big()).isEqualTo(1);
        assertThat(scenes().tracks(1)).containsExactly(new TrackId(20), new TrackId(22), new TrackId(21));
        assertThat(scenes().tracks(2)).containsExactly(new TrackId(10), new TrackId(11));
        assertThat(scenes().tracks(3)).containsExactly(new TrackId(30), new TrackId(31));
    }

    /** Playlist 2 has two of each: the lower number wins, as in playlist 4, where tracks of no scene do not count. */
    @Test
    void aPlaylistIsOfTheSceneThatHasMostOfIt() {
        assertThat(scenes().ofBigScenes())
                .extracting(playlist -> playlist.playlist().value())
                .containsExactly(1L, 4L);
    }
}
