package chorus.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestPlaylistTest {
    private static final HeldOut RULE = new HeldOut(1, 0.1, 20);

    @Test
    void seedAndHeldOutTracksAreThePlaylistCutInTwo() {
        for (var id = 0L; id < 200; id++) {
            var tracks = IntStream.range(100, 121).toArray();
            var test = TestPlaylist.of(id, tracks, RULE).orElseThrow();
            assertThat(test.seed()).hasSize(RULE.seedLength(new PlaylistId(id)));
            assertThat(IntStream.concat(IntStream.of(test.seed()), IntStream.of(test.heldOut())))
                    .containsExactly(IntStream.of(tracks).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void aPlaylistOfMinTracksIsNoTest() {
        assertThat(TestPlaylist.of(1, new int[20], RULE)).isEmpty();
    }
}
