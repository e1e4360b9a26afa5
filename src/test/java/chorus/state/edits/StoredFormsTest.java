package chorus.state.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.state.Place;
import chorus.state.edits.EditLedger.Tallies;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first stage stores: it comes back as it was. */
class StoredFormsTest {
    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlaylistComesBack(long seed) {
        var random = new Random(seed);
        var entries = random.ints(random.nextInt(300), 0, Integer.MAX_VALUE).toArray();
        var life = List.of(Life.UNBORN, Life.ALIVE, Life.DELETED).get(random.nextInt(3));
        var state = new PlaylistState(
                random.nextLong() >>> random.nextInt(64), random.nextLong() >>> 1 + random.nextInt(63), life, entries);
        assertThat(PlaylistCodec.decode(new PlaylistCodec().encode(state)))
                .usingRecursiveComparison()
                .isEqualTo(state);
    }

    @Test
    void aLedgerComesBackWithItsTalliesByEpoch() {
        var ledger = EditLedger.of(null);
        ledger.count(0, new Tallies(3, 1, 9, 2));
        ledger.count(1, new Tallies(-1, 0, 4, 0));
        ledger.count(7, Tallies.REFUSED);
        ledger.gate().ended(0, 0, 1);
        ledger.gate().ended(2, 0, 1);
        var first = ledger.publish(new Place(2, 4));
        assertThat(List.of(first.training(), first.heldOut(), first.applied(), first.refused()))
                .containsExactly(3L, 1L, 9L, 2L);
        var back = EditLedger.of(ledger.toBytes());
        assertThat(back.published()).isEqualTo(1);
        assertThat(back.gate().open()).isEqualTo(1);
        back.gate().ended(1, 0, 1);
        assertThat(back.gate().open()).isEqualTo(3);
        // 3 − 1, 1 + 0, 9 + 4, 2 + 0
        var second = back.publish(new Place(2, 4));
        assertThat(List.of(second.epoch(), second.training(), second.heldOut(), second.applied(), second.refused()))
                .containsExactly(1L, 2L, 1L, 13L, 2L);
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> PlaylistCodec.decode(new byte[] {2, 0, 0, 0})).hasMessageContaining("version 2");
        assertThatThrownBy(() -> EditLedger.of(new byte[] {2})).hasMessageContaining("version 2");
    }
}
