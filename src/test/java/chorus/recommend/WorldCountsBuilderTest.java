package chorus.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorldCountsBuilderTest {
    private final WorldCountsBuilder builder = new WorldCountsBuilder();

    @Test
    void pairsAreLaidOutInRows() {
        builder.add(0, 2, 3, 1);
        builder.add(2, 0, 1, 0);
        builder.add(2, 1, 4, 4);
        var counts = builder.build(new int[] {4, 2, 3}, 5);
        assertThat(counts.rowStart()).containsExactly(0, 1, 1, 3);
        assertThat(counts.to()).containsExactly(2, 0, 1);
        assertThat(counts.window()).containsExactly(3, 1, 4);
        assertThat(counts.adjacent()).containsExactly(1, 0, 4);
        assertThat(counts.tracks()).isEqualTo(3);
        assertThat(counts.pairs()).isEqualTo(3);
        assertThat(counts.entries()).isEqualTo(9);
        assertThat(counts.count(7)).isZero();
    }

    @Test
    void whatHasNoCountLeavesNoTrace() {
        builder.add(0, 1, 1, 1);
        builder.add(0, 4, 0, 0);
        builder.add(4, 0, 0, 0);
        var with = builder.build(new int[] {1, 1, 0, 0, 0}, 1);
        var plain = new WorldCountsBuilder();
        plain.add(0, 1, 1, 1);
        assertThat(with).isEqualTo(plain.build(new int[] {1, 1}, 1));
    }

    @Test
    void pairsOutOfOrderAreRefused() {
        builder.add(1, 2, 1, 1);
        assertThatThrownBy(() -> builder.add(1, 2, 1, 1)).hasMessageContaining("1 → 2");
        assertThatThrownBy(() -> builder.add(0, 2, 1, 1)).hasMessageContaining("row 0 comes after row 1");
    }
}
