package chorus.state.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongTailTest {
    private static int[] tail(double headShare, int... counts) {
        return IntStream.range(0, counts.length)
                .filter(LongTail.of(counts, headShare)::holds)
                .toArray();
    }

    @Test
    void theHeadIsTheShortestPrefixThatHoldsTheShare() {
        // 10 entries: 4 + 3 = 7 < 8, + 2 = 9 ≥ 8
        assertThat(tail(0.8, 4, 2, 1, 3)).containsExactly(2);
    }

    @Test
    void aShareThatIsMetExactlyNeedsNoFurtherTrack() {
        // 4 + 4 = 8 of 10
        assertThat(tail(0.8, 1, 4, 1, 4)).containsExactly(0, 2);
    }

    @Test
    void equalCountsEnterTheHeadByAscendingId() {
        assertThat(tail(0.5, 2, 2, 2, 2)).containsExactly(2, 3);
    }

    @Test
    void shareZeroHasNoHeadAndShareOneHasAllCountedTracks() {
        assertThat(tail(0, 3, 1)).containsExactly(0, 1);
        assertThat(tail(1, 3, 1, 0)).containsExactly(2);
    }

    @Test
    void tracksBeyondTheCatalogueAreTail() {
        assertThat(LongTail.of(new int[] {3}, 0.8).holds(17)).isTrue();
    }
}
