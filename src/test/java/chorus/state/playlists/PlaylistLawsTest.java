package chorus.state.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.state.Counts;
import chorus.state.NaiveLists;
import chorus.state.RandomEdits;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the fold over random edits of all kinds, against plain lists and their naive recount. */
class PlaylistLawsTest {
    private static final int PLAYLISTS = 8;
    private static final int EDITS = 150;
    private static final int WORLDS = 4;

    static Stream<Arguments> seedsAndWindows() {
        return IntStream.range(0, 18).boxed().flatMap(seed -> Stream.of(1, 2, 3, 10)
                .map(window -> Arguments.of(seed, window)));
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static List<PlaylistEdit> edits(long seed, double nonsense) {
        var random = new RandomEdits(seed, PLAYLISTS, nonsense, WORLDS);
        return Stream.generate(random::next).limit(EDITS).toList();
    }

    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void afterEveryEditTheSumsOfDeltasAreTheCountsOfTheLists(long seed, int window) {
        follows(new RandomEdits(seed, PLAYLISTS, 0.3, WORLDS), WORLDS, window);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "2, 1, 10", "3, 2, 3", "4, 16, 1", "5, 16, 2", "6, 16, 3", "7, 16, 10"})
    void soTheyAreWithOneWorldAndWithAsManyAsThereMayBe(long seed, int worlds, int window) {
        follows(new RandomEdits(seed, PLAYLISTS, 0.3, worlds), worlds, window);
    }

    private static void follows(RandomEdits edits, int worlds, int window) {
        var lists = new NaiveLists(worlds);
        var folded = new FoldedLists(worlds, window);
        for (var i = 0; i < EDITS; i++) {
            var edit = edits.next();
            var reason = lists.apply(edit, RandomEdits::known);
            assertThat(reason(folded.apply(edit))).as("outcome of %s", edit).isEqualTo(reason);
            for (var world = 0; world < worlds; world++) {
                assertThat(folded.counts(world))
                        .as("world %d after %s", world, edit)
                        .isEqualTo(Counts.of(lists, world, window, FoldedLists.HELD_OUT));
            }
        }
        for (var id : lists.alive()) {
            for (var world = 0; world < worlds; world++) {
                assertThat(folded.view(id, world)).isEqualTo(lists.view(id, world));
            }
        }
    }

    private static Optional<Reason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied -> Optional.empty();
            case Outcome.Refused(var state, var reason) -> Optional.of(reason);
        };
    }

    /** Sets of all, with the twin and without, each with later worlds and without. */
    private static String kind(WorldSet set) {
        return set.isAll()
                ? "all"
                : (set.has(0) ? "with the twin" : "without") + (set.has(31) ? " and later ones" : "");
    }

    @Test
    void theRandomEditsMeetEveryReasonAndEveryKind() {
        var reasons = EnumSet.noneOf(Reason.class);
        var applied = new HashMap<Object, Integer>();
        for (var seed = 0; seed < 80; seed++) {
            var lists = new NaiveLists(WORLDS);
            for (var edit : edits(seed, 0.3)) {
                lists.apply(edit, RandomEdits::known)
                        .ifPresentOrElse(
                                reasons::add,
                                () -> applied.merge(
                                        List.of(edit.change().getClass(), kind(edit.worlds())), 1, Integer::sum));
            }
        }
        // the others take an edit that no law is about; PlaylistFoldTest has them
        assertThat(reasons)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        Reason.EPOCH_ENDED,
                        Reason.TOO_MANY_CAMPAIGNS,
                        Reason.SEQUENCE_TOO_FAR,
                        Reason.EPOCH_TOO_FAR,
                        Reason.FULL)));
        // inserted, removed and moved in sets of five kinds each; created and deleted in all worlds
        assertThat(applied).hasSize(17);
        assertThat(applied.values()).allMatch(times -> times >= 30);
    }

    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void insertingAndRemovingChangesNoCount(long seed, int window) {
        var random = new Random(seed);
        var drawn = new RandomEdits(seed, PLAYLISTS, 0.1, WORLDS);
        var folded = new FoldedLists(WORLDS, window);
        for (var i = 0; i < EDITS; i++) {
            folded.apply(drawn.next());
        }
        for (var id : drawn.lists().alive()) {
            var set = new WorldSet(1 + random.nextInt((1 << WORLDS) - 1));
            var before = folded.copyOfCounts();
            var length = drawn.lists().view(id, set.lowest()).length;
            var track = new TrackId(absent(drawn.lists(), id));
            var index = random.nextInt(length + 1);
            var inserted = folded.edit(id, set, new Change.Inserted(track, index, random.nextBoolean()));
            var moved = random.nextInt(length + 1);
            var between = folded.edit(id, set, new Change.Moved(track, index, moved));
            var removed = folded.edit(id, set, new Change.Removed(track, moved));
            assertThat(List.of(inserted, between, removed)).allMatch(Outcome.Applied.class::isInstance);
            assertThat(folded.counts()).isEqualTo(before);
        }
    }

    private static int absent(NaiveLists lists, long id) {
        return IntStream.range(0, RandomEdits.knownTracks())
                .filter(track -> lists.entries(id).stream().noneMatch(entry -> entry.track() == track))
                .findFirst()
                .orElse(RandomEdits.knownTracks() - 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howPlaylistsInterleaveDoesNotMatter(long seed) {
        var inOrder = new FoldedLists(WORLDS, 3);
        var otherwise = new FoldedLists(WORLDS, 3);
        var edits = edits(seed, 0.2);
        edits.forEach(inOrder::apply);
        shuffled(edits, new Random(seed)).forEach(otherwise::apply);
        assertThat(otherwise.counts()).isEqualTo(inOrder.counts());
    }

    /** Another interleaving in which each playlist's edits keep their order. */
    private static List<PlaylistEdit> shuffled(List<PlaylistEdit> edits, Random random) {
        var queues = new LinkedHashMap<PlaylistId, List<PlaylistEdit>>();
        edits.forEach(edit ->
                queues.computeIfAbsent(edit.playlist(), id -> new ArrayList<>()).add(edit));
        var left = new ArrayList<>(queues.values());
        var shuffled = new ArrayList<PlaylistEdit>();
        while (!left.isEmpty()) {
            var queue = left.get(random.nextInt(left.size()));
            shuffled.add(queue.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return shuffled;
    }

    /** So a pair takes up no bits of worlds that there are not, and the twin's counts are those that all others differ from. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotOfAllWorldsIsOfSomeThatThereAreWithoutTheTwin(long seed) {
        var folded = new FoldedLists(WORLDS, 2);
        var sets = new HashSet<Integer>();
        for (var edit : edits(seed, 0.2)) {
            if (folded.apply(edit) instanceof Outcome.Applied(var state, var deltas)) {
                IntStream.range(0, deltas.pairs()).forEach(i -> sets.add(deltas.worlds(i)));
                IntStream.range(0, deltas.tracks()).forEach(i -> sets.add(deltas.trackWorlds(i)));
            }
        }
        assertThat(sets).contains(WorldSet.ALL.bits()).hasSizeGreaterThan(1);
        sets.remove(WorldSet.ALL.bits());
        assertThat(sets).allMatch(set -> set != 0 && (set & ~0b1110) == 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heldOutPlaylistsYieldNoDeltas(long seed) {
        var folded = new FoldedLists(WORLDS, 10);
        for (var edit : edits(seed, 0.2)) {
            if (folded.apply(edit) instanceof Outcome.Applied(var state, var deltas)
                    && FoldedLists.HELD_OUT.holds(edit.playlist())) {
                assertThat(deltas.isEmpty()).as("of %s", edit).isTrue();
            }
        }
        assertThat(IntStream.range(0, PLAYLISTS).filter(id -> FoldedLists.HELD_OUT.holds(new PlaylistId(id))))
                .as("some are held out, some are not")
                .hasSizeBetween(1, PLAYLISTS - 1);
    }
}
