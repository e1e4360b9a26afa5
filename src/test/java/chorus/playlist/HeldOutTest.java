package chorus.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutTest {
    private static List<PlaylistId> heldOut(HeldOut rule, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(PlaylistId::new)
                .filter(rule::holds)
                .toList();
    }

    private static int[] seedLengths(HeldOut rule, long from, long to) {
        var lengths = new int[11];
        heldOut(rule, from, to).forEach(id -> lengths[rule.seedLength(id)]++);
        return Arrays.copyOfRange(lengths, 1, 11);
    }

    /** 100 blocks of 64: an exact share of their ids, and of these a tenth with each seed length. */
    @ParameterizedTest(name = "fold {0}")
    @ValueSource(longs = {-1, 0, 1, 2, 3, 999_999_999_999L})
    void ofWholeBlocksAnExactShareIsHeldOutInEqualGroupsOfSeedLengths(long fold) {
        var rule = new HeldOut(fold, 0.1, 20);
        assertThat(heldOut(rule, 0, 6400)).hasSize(640);
        assertThat(seedLengths(rule, 0, 6400)).containsOnly(64);
    }

    /** 5,000 ids are 78 blocks and 8 more: of these 0 to 7 may be held out. */
    @ParameterizedTest(name = "fold {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void elsewhereTheGroupsDifferByWhatABlockBegins(long fold) {
        var rule = new HeldOut(fold, 0.1, 20);
        assertThat(heldOut(rule, 0, 5000).size()).isBetween(499, 506);
        assertThat(Arrays.stream(seedLengths(rule, 0, 5000)).boxed())
                .allSatisfy(group -> assertThat(group).isBetween(49, 51));
    }

    @ParameterizedTest(name = "testShare {0}")
    @CsvSource({"0, 0", "0.001, 64", "0.25, 16000", "0.333, 21312", "0.5, 32000", "0.999, 63936", "1, 64000"})
    void anyShareIsExact(double share, int expected) {
        assertThat(heldOut(new HeldOut(1, share, 20), 0, 64_000)).hasSize(expected);
    }

    @ParameterizedTest(name = "testShare {0}")
    @ValueSource(doubles = {0, 0.001, 0.1, 0.3, 0.5, 0.999, 1})
    void theShareHoldsOfLargeIdsToo(double share) {
        var rule = new HeldOut(3, share, 20);
        var ids = heldOut(rule, PlaylistId.BOUND - 64_000, PlaylistId.BOUND);
        assertThat((double) ids.size()).isCloseTo(64_000 * share, within(1.0));
        assertThat(ids).allSatisfy(id -> assertThat(rule.seedLength(id)).isBetween(1, 10));
    }

    /** Two folds are two draws: of a tenth, a tenth is the other's too, 64 of 6,400 with a standard deviation of some 7. */
    @Test
    void anotherFoldHoldsOutOthers() {
        var one = heldOut(new HeldOut(1, 0.1, 20), 0, 6400);
        var other = heldOut(new HeldOut(2, 0.1, 20), 0, 6400);
        assertThat(one.stream().filter(other::contains).count()).isBetween(35L, 95L);
    }

    /** Each of the 64 places is held out in about a tenth of the folds: 100 of 1,000, with a standard deviation of 9.5. */
    @Test
    void everyIdIsHeldOutInItsShareOfTheFolds() {
        for (var id = 64L; id < 128; id++) {
            var playlist = new PlaylistId(id);
            var folds = LongStream.range(0, 1000)
                    .filter(fold -> new HeldOut(fold, 0.1, 20).holds(playlist))
                    .count();
            assertThat(folds).as("id %d", id).isBetween(62L, 138L);
        }
    }

    @Test
    void aTestHasMoreTracksThanTheLeastAndThanItsSeed() {
        var rule = new HeldOut(1, 1, 5);
        var id = new PlaylistId(7);
        var seed = rule.seedLength(id);
        assertThat(rule.isTest(id, Math.max(5, seed))).isFalse();
        assertThat(rule.isTest(id, Math.max(5, seed) + 1)).isTrue();
    }
}
