package chorus.state.edits;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistId;
import org.junit.jupiter.api.Test;

class HeldOutPlaylistsTest {
    /** More ids than are remembered, near and far apart, asked twice. */
    @Test
    void whoIsHeldOutIsThatOfTheRuleHoweverMuchIsForgotten() {
        var rule = new HeldOut(7, 0.3, 20);
        var remembered = new HeldOutPlaylists(rule);
        var held = 0;
        for (var round = 0; round < 2; round++) {
            for (var i = 0L; i < 100_000; i++) {
                var playlist = new PlaylistId(i % 2 == 0 ? i : i * 1_000_003L);
                assertThat(remembered.test(playlist)).isEqualTo(rule.holds(playlist));
                held += remembered.test(playlist) ? 1 : 0;
            }
        }
        assertThat(held).isBetween(55_000, 65_000);
    }
}
