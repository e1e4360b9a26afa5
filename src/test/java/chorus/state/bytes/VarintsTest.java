package chorus.state.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarintsTest {
    @Test
    void sevenBitsAByteTheLowOnesFirst() {
        var out = new Varints();
        out.put(127L);
        // 300 = 10 0101100 in groups of seven
        out.put(300L);
        assertThat(out.toBytes()).containsExactly(127, 0b1_0101100, 0b10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void numbersOfEveryLengthComeBack(long seed) {
        var random = new Random(seed);
        var values = random.longs(500).map(each -> each >>> (each & 63)).toArray();
        var out = new Varints();
        for (var value : values) {
            out.put(value);
        }
        out.put(-1L);
        var in = new Varints.Reader(out.toBytes());
        for (var value : values) {
            assertThat(in.nextLong()).isEqualTo(value);
        }
        assertThat(in.nextLong()).isEqualTo(-1);
        assertThat(in.hasNext()).isFalse();
    }

    @Test
    void anotherVersionIsNamedWithWhatItIsOf() {
        assertThatThrownBy(() -> Version.require("run", 3, 1)).hasMessage("run of version 3: this build reads 1");
    }
}
