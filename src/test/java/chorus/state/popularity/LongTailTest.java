package chorus.state.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongTailTest {
    @Test
    void theHeadIsTheShortestPrefixThatHoldsTheShare() {
        // 10 entries: 4 + 3 = 7 < 8, + 2 = 9 ≥ 8
        var tail = LongTail.of(new int[] {4, 2, 1, 3}, 0.8);
        assertThat(IntStream.range(0, 4).filter(tail::holds)).containsExactly(2);
        assertThat(tail.headTracks()).isEqualTo(3);
    }

    @Test
    void aShareThatIsMetExactlyNeedsNoFurtherTrack() {
        // 4 + 4 = 8 of 10
        assertThat(LongTail.of(new int[] {1, 4, 1, 4}, 0.8).headTracks()).isEqualTo(2);
    }

    @Test
    void equalCountsEnterTheHeadByAscendingId() {
        var tail = LongTail.of(new int[] {2, 2, 2, 2}, 0.5);
        assertThat(IntStream.range(0, 4).filter(tail::holds)).containsExactly(2, 3);
    }

    @Test
    void shareZeroHasNoHeadAndShareOneHasAllCountedTracks() {
        assertThat(LongTail.of(new int[] {3, 1}, 0).headTracks()).isZero();
        assertThat(LongTail.of(new int[] {3, 1, 0}, 1).headTracks()).isEqualTo(2);
        assertThat(LongTail.of(new int[0], 0.8).headTracks()).isZero();
    }

    @Test
    void tracksBeyondTheCatalogueAreTail() {
        assertThat(LongTail.of(new int[] {3}, 0.8).holds(17)).isTrue();
    }
}
