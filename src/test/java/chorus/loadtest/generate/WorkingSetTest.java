package chorus.loadtest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.loadtest.workload.SomeWorkload;
import chorus.loadtest.workload.Workload;
import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.WindowPairs;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingSetTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "10, 4"})
    void pairUpdatesAreAsManyAsTheFoldHandsOn(int window, int seed) {
        var list = java.util.stream.IntStream.range(0, 8 * seed).toArray();
        for (var index = 0; index < list.length; index++) {
            var deltas = new Deltas();
            new WindowPairs(window).contribute(list, index, 1, WorldSet.ALL.bits(), deltas);
            assertThat(new PairUpdates(window).of(list.length, index))
                    .as("window %d, index %d of %d", window, index, list.length)
                    .isEqualTo(deltas.pairs());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyEditAppliesAndCountsItsPairs(long seed) {
        var workload = SomeWorkload.with("randomSeed=" + seed, "settings.evaluate.testShare=0");
        var set = new WorkingSet(workload, new Share(1, 2));
        var lists = new HashMap<Long, List<Integer>>();
        var naive = new Naive(workload, lists);
        for (var i = 0; i < set.playlists(); i++) {
            set.fill(i, 0, naive::apply);
        }
        for (var n = 0; n < 2_000; n++) {
            naive.apply(set.next(n));
        }
        assertThat(set.pairUpdates()).as("seed %d", seed).isEqualTo(naive.pairs);
        assertThat(lists.keySet()).allMatch(id -> id % 2 == 1);
        assertThat(lists.values())
                .allMatch(list -> list.size() >= workload.playlists().shortest()
                        && list.size() <= workload.playlists().longest());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void heldOutPlaylistsCauseNoPairUpdates(long seed) {
        var workload = SomeWorkload.with("randomSeed=" + seed, "settings.evaluate.testShare=1");
        assertThat(workload.settings().heldOut()).isEqualTo(new HeldOut(1, 1, 20));
        var set = new WorkingSet(workload, Share.ALL);
        set.fill(0, 0, edit -> {});
        assertThat(set.pairUpdates()).as("seed %d", seed).isZero();
    }

    /** Applies edits to plain lists, refusing what a playlist would refuse. */
    private static final class Naive {
        private final WindowPairs pairsOf;
        private final Map<Long, List<Integer>> lists;
        private final Map<Long, Long> sequences = new HashMap<>();
        private long pairs;

        Naive(Workload workload, Map<Long, List<Integer>> lists) {
            this.pairsOf = new WindowPairs(workload.settings().state().window());
            this.lists = lists;
        }

        void apply(PlaylistEdit edit) {
            var id = edit.playlist().value();
            assertThat(edit.worlds()).isEqualTo(WorldSet.ALL);
            assertThat(edit.campaign()).isNull();
            assertThat(edit.sequence()).isEqualTo(sequences.merge(id, 1L, Long::sum));
            var list = lists.computeIfAbsent(id, playlist -> new ArrayList<>());
            switch (edit.change()) {
                case Change.Created() -> assertThat(edit.sequence()).isEqualTo(1);
                case Change.Inserted(var track, var index, var beforeSuccessor) -> {
                    assertThat(beforeSuccessor).isFalse();
                    insert(list, track.value(), index);
                }
                case Change.Removed(var track, var index) -> remove(list, track.value(), index);
                case Change.Moved(var track, var from, var to) -> {
                    assertThat(from).isNotEqualTo(to);
                    remove(list, track.value(), from);
                    insert(list, track.value(), to);
                }
                case Change.Deleted() -> throw new AssertionError("never deleted");
            }
        }

        private void insert(List<Integer> list, int track, int index) {
            assertThat(list).doesNotContain(track);
            list.add(index, track);
            count(list, index);
        }

        private void remove(List<Integer> list, int track, int index) {
            count(list, index);
            assertThat(list.subList(index, index + 1)).containsExactly(track);
            list.subList(index, index + 1).clear();
        }

        private void count(List<Integer> list, int index) {
            var deltas = new Deltas();
            var plain = list.stream().mapToInt(track -> track).toArray();
            pairsOf.contribute(plain, index, 1, WorldSet.ALL.bits(), deltas);
            pairs += deltas.pairs();
        }
    }
}
