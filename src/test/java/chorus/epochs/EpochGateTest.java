package chorus.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.EpochEnded;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EpochGateTest {
    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    private static EpochGate restored(EpochGate gate) {
        var out = ByteBuffer.allocate(gate.size());
        gate.write(out);
        return EpochGate.read(out.flip());
    }

    /** In any order and with restarts between: an epoch is complete when its marks and those of all before it are there. */
    @ParameterizedTest
    @MethodSource("seeds")
    void epochsBecomeCompleteInOrder(long seed) {
        var random = new Random(seed);
        var of = 1 + random.nextInt(200);
        var epochs = 1 + random.nextInt(5);
        var missing = new ArrayList<List<Integer>>();
        var marks = new ArrayList<int[]>();
        for (var epoch = 0; epoch < epochs; epoch++) {
            missing.add(new ArrayList<>(IntStream.range(0, of).boxed().toList()));
            for (var who = 0; who < of; who++) {
                marks.add(new int[] {epoch, who});
                if (random.nextInt(10) == 0) {
                    marks.add(new int[] {epoch, who});
                }
            }
        }
        Collections.shuffle(marks, random);
        var gate = new EpochGate();
        for (var mark : marks) {
            assertThat(gate.ended(mark[0], mark[1], of)).isTrue();
            missing.get(mark[0]).removeIf(who -> who == mark[1]);
            gate = random.nextInt(5) == 0 ? restored(gate) : gate;
            assertThat(gate.open())
                    .isEqualTo(missing.stream().takeWhile(List::isEmpty).count());
        }
        assertThat(gate.open()).isEqualTo(epochs);
    }

    @Test
    void aMarkOfAnotherNumberDoesNotFitAndChangesNothing() {
        var gate = new EpochGate();
        assertThat(gate.ended(0, 0, 2)).isTrue();
        assertThat(gate.ended(0, 1, 3)).isFalse();
        assertThat(gate.open()).isZero();
        assertThat(gate.ended(0, 1, 2)).isTrue();
        assertThat(gate.open()).isEqualTo(1);
    }

    @Test
    void anEntryWithoutAnEpochOfItsOwnBelongsToTheOpenOne() {
        var gate = new EpochGate();
        gate.ended(new EpochEnded(0, 0, 1, 0));
        assertThat(gate.epochOf(EpochGate.BY_POSITION)).isEqualTo(1);
        assertThat(gate.epochOf(7)).isEqualTo(7);
    }

    @Test
    void aMarkOfNoEpochThatThereCanBeIsRefused() {
        var gate = new EpochGate();
        assertThat(gate.ended(-1, 0, 1)).isFalse();
        assertThat(gate.ended(EpochGate.MOST_AHEAD + 1, 0, 1)).isFalse();
        assertThat(gate.ended(Long.MAX_VALUE, 0, 1)).isFalse();
        assertThat(gate.ended(EpochGate.MOST_AHEAD, 0, 1)).isTrue();
        assertThat(gate.open()).isZero();
        assertThat(gate.ended(0, 0, 1)).isTrue();
        assertThat(gate.ended(EpochGate.MOST_AHEAD + 1, 0, 1)).isTrue();
        assertThat(gate.open()).isEqualTo(1);
    }
}
