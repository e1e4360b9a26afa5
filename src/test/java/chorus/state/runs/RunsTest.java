package chorus.state.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.playlist.World;
import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.PairChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of changes, read together, against a plain map. */
class RunsTest {
    /** Both worlds' lanes of a pair. */
    private record Sum(long factual, long counterfactual) {
        Sum plus(long moreFactual, long moreCounterfactual) {
            return new Sum(Lanes.plus(factual, moreFactual), Lanes.plus(counterfactual, moreCounterfactual));
        }
    }

    private final TreeMap<Long, Sum> plain = new TreeMap<>();
    private final List<List<byte[]>> runs = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private void run(Random random, int changes, int tracks, int neighbours) {
        var run = new PairChanges(16);
        for (var i = 0; i < changes; i++) {
            var from = random.nextInt(tracks);
            var to = random.nextInt(neighbours) + (random.nextInt(50) == 0 ? 1_000_000_000 : 0);
            var window = random.nextInt(7) - 3;
            var adjacent = random.nextInt(3) - 1;
            var world = World.of(random.nextInt(3));
            run.accept(from, to, window, adjacent, world);
            var change = Lanes.of(window, adjacent);
            plain.merge(
                    (long) from << 32 | to,
                    new Sum(world == World.COUNTERFACTUAL ? 0 : change, world == World.FACTUAL ? 0 : change),
                    (a, b) -> a.plus(b.factual, b.counterfactual));
        }
        runs.add(Runs.write(run.sorted()));
    }

    private RunMerge merge(int after) {
        return new RunMerge(
                runs.stream().map(run -> new RunReader(run::get, run.size())).toList(), after);
    }

    /** All that is read in portions of {@code enough}, whose rows are whole. */
    private static Map<Long, Sum> read(RunMerge merge, int enough) {
        var all = new TreeMap<Long, Sum>();
        var last = -1L;
        for (var next = merge.next(enough, Integer.MAX_VALUE);
                next != null;
                next = merge.next(enough, Integer.MAX_VALUE)) {
            assertThat(next.from(0)).as("a row is in one portion").isGreaterThan((int) (last >> 32));
            for (var i = 0; i < next.size(); i++) {
                assertThat(next.pairs()[i]).isGreaterThan(last);
                last = next.pairs()[i];
                all.put(last, new Sum(next.factual()[i], next.counterfactual()[i]));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runsReadTogetherSumLikeAPlainMap(long seed) {
        var random = new Random(seed);
        var tracks = 1 + random.nextInt(300);
        for (var run = random.nextInt(9); run >= 0; run--) {
            run(random, random.nextInt(4000), tracks, 1 + random.nextInt(900));
        }
        assertThat(read(merge(-1), 1 + random.nextInt(500))).isEqualTo(plain);
        var after = random.nextInt(tracks);
        assertThat(read(merge(after), 1 + random.nextInt(500)))
                .as("behind the row of track %d", after)
                .isEqualTo(plain.tailMap((long) after + 1 << 32));
    }

    @Test
    void aHeadTracksRowGoesOnFromSegmentToSegment() {
        for (var run = 0; run < 3; run++) {
            run(new Random(run), 60_000, 2, 100_000);
        }
        assertThat(runs).allSatisfy(segments -> assertThat(segments)
                .hasSizeGreaterThan(1)
                .allSatisfy(segment -> assertThat(segment.length).isLessThanOrEqualTo(64 << 10)));
        assertThat(read(merge(-1), 1)).isEqualTo(plain);
        assertThat(read(merge(0), 1)).isEqualTo(plain.tailMap(1L << 32));
    }

    @Test
    void whatIsEmptyHasNoSegment() {
        assertThat(Runs.write(new PairChanges(1).sorted())).isEmpty();
        assertThat(read(merge(-1), 1)).isEmpty();
    }

    @Test
    void segmentsOfAnotherVersionAreNotRead() {
        runs.add(List.of(new byte[] {9}));
        assertThatThrownBy(() -> merge(-1)).hasMessageContaining("version 9");
    }
}
