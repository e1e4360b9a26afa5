package chorus.state.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.state.cooccurrence.Lanes;
import chorus.state.cooccurrence.PlainTable;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of changes, read together, against a plain map. */
class RunsTest {
    private static final int WORLDS = 4;

    /** Each world's lanes by pair. */
    private final TreeMap<Long, List<Long>> plain = new TreeMap<>();

    private final List<List<byte[]>> runs = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private void run(Random random, int changes, int tracks, int neighbours) {
        var run = new PlainTable(WORLDS);
        for (var i = 0; i < changes; i++) {
            var from = random.nextInt(tracks);
            var to = random.nextInt(neighbours) + (random.nextInt(50) == 0 ? 1_000_000_000 : 0);
            var change = Lanes.of(random.nextInt(7) - 3, random.nextInt(3) - 1);
            var set = random.nextBoolean() ? WorldSet.ALL : new WorldSet(1 + random.nextInt((1 << WORLDS) - 1));
            run.add(from, to, Lanes.window(change), Lanes.adjacent(change), set);
            plain.merge(
                    (long) from << 32 | to,
                    byWorld(world -> set.has(world) ? change : 0),
                    (a, b) -> byWorld(world -> Lanes.plus(a.get(world), b.get(world))));
        }
        runs.add(Runs.write(run.sorted()));
    }

    private static List<Long> byWorld(IntToLongFunction lanes) {
        return IntStream.range(0, WORLDS).mapToLong(lanes).boxed().toList();
    }

    private RunMerge merge(int after) {
        return new RunMerge(
                runs.stream().map(run -> new RunReader(run::get, run.size())).toList(), after);
    }

    /** All that is read in portions of {@code enough}, whose rows are whole. */
    private static Map<Long, List<Long>> read(RunMerge merge, int enough) {
        var all = new TreeMap<Long, List<Long>>();
        var last = -1L;
        for (var next = merge.next(enough, Integer.MAX_VALUE);
                next != null;
                next = merge.next(enough, Integer.MAX_VALUE)) {
            assertThat(next.from(0)).as("a row is in one portion").isGreaterThan((int) (last >> 32));
            for (var i = 0; i < next.size(); i++) {
                assertThat(next.pairs()[i]).isGreaterThan(last);
                last = next.pairs()[i];
                var twin = next.twin()[i];
                var others = next.others()[i];
                all.put(last, byWorld(world -> PlainTable.in(world, twin, others)));
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
    void aPortionEndsWithTheTrackThatItIsAskedUpTo() {
        for (var run = 0; run < 3; run++) {
            run(new Random(run), 500, 10, 20);
        }
        var merge = merge(-1);
        var first = merge.next(Integer.MAX_VALUE >> 8, 4);
        assertThat(first).isNotNull().satisfies(each -> assertThat(LongStream.of(each.pairs()))
                .containsExactlyElementsOf(plain.headMap(5L << 32).keySet()));
        assertThat(merge.next(1, 4)).isNull();
        assertThat(read(merge, 100)).isEqualTo(plain.tailMap(5L << 32));
    }

    @Test
    void aHeadTracksRowGoesOnFromSegmentToSegment() {
        for (var run = 0; run < 3; run++) {
            run(new Random(run), 60_000, 2, 100_000);
        }
        assertThat(runs).allSatisfy(segments -> assertThat(segments).hasSizeGreaterThan(1));
        requireSmallSegments();
        assertThat(read(merge(-1), 1)).isEqualTo(plain);
        assertThat(read(merge(0), 1)).isEqualTo(plain.tailMap(1L << 32));
    }

    private void requireSmallSegments() {
        assertThat(runs).allSatisfy(segments -> assertThat(segments)
                .allSatisfy(segment -> assertThat(segment.length).isLessThanOrEqualTo(64 << 10)));
    }

    /** Fifteen sets beside the twin, and counts and differences that take five bytes each. */
    @Test
    void noSegmentIsTooLargeWhateverThePairsCost() {
        var run = new PlainTable(WorldSet.MOST);
        for (var to = 0; to < 2000; to++) {
            run.add(7, to * 1_000_000, 0, Lanes.of(-1 << 30, 1 << 30));
            for (var world = 1; world < WorldSet.MOST; world++) {
                run.add(7, to * 1_000_000, world, Lanes.of((1 << 29) + world, -1 << 29));
            }
        }
        var changes = run.sorted();
        assertThat(changes.others()[1].worlds()).hasSize(WorldSet.MOST - 1);
        runs.add(Runs.write(changes));
        requireSmallSegments();
        // 256 neighbours of some 200 bytes each: a part leaves no room for another, and 2000 are eight of them
        assertThat(runs.getFirst()).hasSize(8);
        var read = merge(-1).next(1, Integer.MAX_VALUE);
        assertThat(read).isNotNull().satisfies(each -> assertThat(PlainTable.same(each, changes))
                .isTrue());
    }

    @Test
    void whatIsEmptyHasNoSegment() {
        assertThat(Runs.write(new PlainTable(WORLDS).sorted())).isEmpty();
        assertThat(read(merge(-1), 1)).isEmpty();
    }

    @Test
    void segmentsOfAnotherVersionAreNotRead() {
        runs.add(List.of(new byte[] {9}));
        assertThatThrownBy(() -> merge(-1)).hasMessageContaining("version 9");
    }
}
