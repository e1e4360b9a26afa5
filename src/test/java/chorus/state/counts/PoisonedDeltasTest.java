package chorus.state.counts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.rows.CountsMark;
import chorus.rows.PairRow;
import chorus.rows.TrackCountRow;
import chorus.state.Place;
import chorus.state.bytes.HeapStore;
import chorus.state.bytes.Varints;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.HeapChunks;
import chorus.state.wire.DeltaWire.Malformed;
import chorus.state.wire.Wire;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no record of the first stage, or of none that there is, changes no count. One partition counts, two worlds. */
class PoisonedDeltasTest {
    private final List<CountsMark> marks = new ArrayList<>();
    private final CountStage stage = new CountStage(
            new CountStores(new HeapChunks(), HeapStore.empty(), HeapStore.emptyByBytes(), HeapStore.empty()),
            new CountSizes(100, 16),
            new Place(0, 1, List.of("twin", "lift")),
            new CountsOutput() {
                @Override
                public void pairs(long chunkKey, @Nullable PairRow row) {}

                @Override
                public void count(int track, @Nullable TrackCountRow row) {}

                @Override
                public void mark(CountsMark mark) {
                    marks.add(mark);
                }

                @Override
                public void soon() {}
            });

    private static byte[] deltas(long epoch, int upstream) {
        var deltas = new Deltas();
        deltas.track(5, 1, WorldSet.ALL.bits());
        deltas.track(6, 1, WorldSet.ALL.bits());
        deltas.track(7, 1, WorldSet.only(1).bits());
        deltas.pair(5, 6, 1, 1, WorldSet.ALL.bits());
        return Wire.batch(epoch, upstream, deltas);
    }

    /** A batch of epoch 0 that ends with what is given, behind a change that is sound. */
    private static byte[] batch(long... tail) {
        var out = new Varints();
        out.put(deltas(0, 0));
        for (var number : tail) {
            out.put(number);
        }
        return out.toBytes();
    }

    static Stream<byte[]> poison() {
        var sound = deltas(0, 0);
        return Stream.of(
                new byte[0],
                new byte[] {4},
                new byte[] {3, 0, 0, 0, 0},
                new byte[] {4, 2, 0, 0, 0},
                "garbage of somebody".getBytes(UTF_8),
                Arrays.copyOf(sound, sound.length - 1),
                Arrays.copyOf(sound, 3),
                batch((1 << 30) + 3, 1, 0),
                batch(1, -1, 0),
                batch(1 << 24, 1, 0),
                batch(1, 2, 18), // no such code
                batch(1, 2, 0x7F),
                batch(1, 2, 9, 1), // of some worlds, the twin among them
                batch(1, 2, 9, 0),
                batch(1, 2, 9),
                deltas(1001, 0),
                deltas(Long.MAX_VALUE, 0),
                deltas(-1, 0),
                deltas(0, 1),
                deltas(0, -1),
                Wire.mark(0, 0, 2),
                Wire.mark(0, 1, 2),
                Wire.mark(0, -1, 1),
                Wire.mark(-1, 0, 1),
                Wire.mark(1001, 0, 1),
                Wire.mark(Long.MAX_VALUE, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void whatIsNoneIsToldAndChangesNoCount(byte[] poison) {
        assertThatThrownBy(() -> stage.take(poison)).isInstanceOf(Malformed.class);
        stage.take(deltas(0, 0));
        assertThatThrownBy(() -> stage.take(poison)).isInstanceOf(Malformed.class);
        stage.save();
        stage.take(Wire.mark(0, 0, 1));
        for (var slices = 0; slices < 4; slices++) {
            stage.goOn(() -> false);
        }
        assertThat(marks).singleElement().satisfies(mark -> {
            // tracks 5 and 6 and the pair of them in both worlds, track 7 in the second
            assertThat(mark.worlds())
                    .extracting(world -> world.digest().tracks())
                    .containsExactly(2L, 3L);
            assertThat(mark.worlds())
                    .extracting(world -> world.digest().pairs())
                    .containsExactly(1L, 1L);
        });
    }

    @Test
    void aBatchOfAnEpochThatHasEndedEndsTheRunForEitherItOrTheMarkIsForged() {
        stage.take(Wire.mark(0, 0, 1));
        assertThatThrownBy(() -> stage.take(deltas(0, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("partition 0 sent a change of epoch 0, which it had ended: open is 1");
    }
}
