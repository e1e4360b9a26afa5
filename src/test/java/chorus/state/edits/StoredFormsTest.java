package chorus.state.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.state.Place;
import chorus.state.playlists.Entries;
import chorus.state.playlists.PlaylistState;
import chorus.state.playlists.PlaylistState.Life;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first stage stores: it comes back as it was. */
class StoredFormsTest {
    private static final Place PLACE = new Place(2, 4, List.of("twin", "A", "B"));

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlaylistComesBack(long seed) {
        var random = new Random(seed);
        var entries = IntStream.range(0, random.nextInt(300))
                .mapToLong(i -> entry(random))
                .toArray();
        var life = List.of(Life.UNBORN, Life.ALIVE, Life.DELETED).get(random.nextInt(3));
        var state = new PlaylistState(
                random.nextLong() >>> random.nextInt(64), random.nextLong() >>> 1 + random.nextInt(63), life, entries);
        assertThat(PlaylistCodec.decode(new PlaylistCodec().encode(state)))
                .usingRecursiveComparison()
                .isEqualTo(state);
    }

    /** Of any track and set; half are of all worlds and of no campaign. */
    private static long entry(Random random) {
        var track = random.nextInt(1 << 24);
        if (random.nextBoolean()) {
            return Entries.pack(track, 0, WorldSet.ALL);
        }
        var some = 1 + random.nextInt((1 << WorldSet.MOST) - 1);
        return Entries.pack(track, random.nextInt(256), new WorldSet(random.nextBoolean() ? some : ~some));
    }

    @Test
    void anEntryTellsItsTrackItsCampaignAndItsWorlds() {
        for (var set : new WorldSet[] {WorldSet.ALL, new WorldSet(0b0110), WorldSet.ALL.without(WorldSet.only(15))}) {
            var entry = Entries.pack((1 << 24) - 1, 255, set);
            assertThat(Entries.track(entry)).isEqualTo((1 << 24) - 1);
            assertThat(Entries.campaign(entry)).isEqualTo(255);
            assertThat(Entries.worlds(entry)).isEqualTo(set);
        }
    }

    /** Version 2: a track of all worlds and of no campaign is one number, any other two. */
    @Test
    void aPlaylistsBytesAreThoseOfItsVersion() {
        var entries = new long[] {
            Entries.pack(3, 0, WorldSet.ALL),
            Entries.pack(64, 2, new WorldSet(0b0110)),
            Entries.pack(5, 0, WorldSet.ALL.without(new WorldSet(0b0010)))
        };
        var bytes = new PlaylistCodec().encode(new PlaylistState(300, 4, Life.ALIVE, entries));
        // version, alive; 300 = 44|128, 2; epoch, length; 3·2; 64·2+1 = 1|128, 1; 2·2^24+6 = 6|128, 128, 128, 16;
        // 5·2+1; 2^24−1−2 = 125|128, 127|128, 127|128, 7
        assertThat(IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF))
                .containsExactly(2, 1, 172, 2, 4, 3, 6, 129, 1, 134, 128, 128, 16, 11, 253, 255, 255, 7);
    }

    @Test
    void aLedgerComesBackWithItsTalliesByEpoch() {
        var ledger = EditLedger.of(null);
        ledger.campaigns().note("alpha");
        ledger.campaigns().note("β");
        ledger.count(0, new Tallies(3, 1, new long[] {2}, 9, 2));
        ledger.count(1, new Tallies(-1, 0, new long[] {-1, 1}, 4, 0));
        ledger.count(7, Tallies.REFUSED);
        ledger.gate().ended(0, 0, 1);
        ledger.gate().ended(2, 0, 1);
        var first = ledger.publish(PLACE);
        assertThat(List.of(first.training(), first.heldOut(), first.applied(), first.refused()))
                .containsExactly(3L, 1L, 9L, 2L);
        assertThat(first.planted()).isEqualTo(Map.of("alpha", 2L));
        assertThat(first.worlds()).containsExactly("twin", "A", "B");
        var back = EditLedger.of(ledger.toBytes());
        assertThat(back.published()).isEqualTo(1);
        assertThat(back.gate().open()).isEqualTo(1);
        back.gate().ended(1, 0, 1);
        assertThat(back.gate().open()).isEqualTo(3);
        // 3 − 1, 1 + 0, 9 + 4, 2 + 0; of alpha 2 − 1
        var second = back.publish(PLACE);
        assertThat(List.of(second.epoch(), second.training(), second.heldOut(), second.applied(), second.refused()))
                .containsExactly(1L, 2L, 1L, 13L, 2L);
        assertThat(second.planted()).isEqualTo(Map.of("alpha", 1L, "β", 1L));
    }

    @Test
    void campaignsKeepTheirNumbersInTheOrderOfTheirFirstEdits() {
        var numbers = new CampaignNumbers();
        assertThat(numbers.of("b")).isEqualTo(1);
        assertThat(numbers.of("a")).as("none has been given").isEqualTo(1);
        numbers.note("b");
        numbers.note("größer");
        numbers.note("b");
        var out = ByteBuffer.allocate(numbers.bytes());
        numbers.write(out);
        assertThat(out.hasRemaining()).isFalse();
        var back = CampaignNumbers.read(out.flip());
        assertThat(back.size()).isEqualTo(2);
        assertThat(List.of(back.of("b"), back.of("größer"), back.of("a"))).containsExactly(1, 2, 3);
        assertThat(back.named(new long[] {0, 5})).isEqualTo(Map.of("größer", 5L));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void talliesComeBackAndAddUpWhateverCampaignsTheyKnow(long seed) {
        var random = new Random(seed);
        var one = tallies(random);
        var other = tallies(random);
        var out = ByteBuffer.allocate(one.size());
        one.write(out);
        assertThat(out.hasRemaining()).isFalse();
        assertThat(Tallies.read(out.flip())).usingRecursiveComparison().isEqualTo(one);
        var sum = one.plus(other);
        assertThat(sum).usingRecursiveComparison().isEqualTo(other.plus(one));
        assertThat(sum.planted()).hasSize(Math.max(one.planted().length, other.planted().length));
        for (var i = 0; i < sum.planted().length; i++) {
            assertThat(sum.planted()[i]).isEqualTo(at(one, i) + at(other, i));
        }
        assertThat(List.of(sum.training(), sum.heldOut(), sum.applied(), sum.refused()))
                .containsExactly(
                        one.training() + other.training(),
                        one.heldOut() + other.heldOut(),
                        one.applied() + other.applied(),
                        one.refused() + other.refused());
    }

    private static Tallies tallies(Random random) {
        return new Tallies(
                random.nextInt(9) - 4,
                random.nextInt(9) - 4,
                random.longs(random.nextInt(5), -3, 3).toArray(),
                random.nextInt(9),
                random.nextInt(9));
    }

    private static long at(Tallies tallies, int campaign) {
        return campaign < tallies.planted().length ? tallies.planted()[campaign] : 0;
    }

    @Test
    void bytesOfAnotherVersionAreNotRead() {
        assertThatThrownBy(() -> PlaylistCodec.decode(new byte[] {1, 0, 0, 0})).hasMessageContaining("version 1");
        assertThatThrownBy(() -> EditLedger.of(new byte[] {1})).hasMessageContaining("version 1");
    }
}
