package chorus.state.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.state.Counts;
import chorus.state.NaiveLists;
import chorus.state.RandomEdits;
import chorus.state.cooccurrence.WindowPairs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the fold over random edits of all kinds, against plain lists and their naive recount. */
class PlaylistLawsTest {
    private static final int PLAYLISTS = 8;
    private static final int EDITS = 150;
    private static final HeldOut HELD_OUT = new HeldOut(0.3, 20);

    static Stream<Arguments> seedsAndWindows() {
        return IntStream.range(0, 30).boxed().flatMap(seed -> Stream.of(1, 2, 3, 10)
                .map(window -> Arguments.of(seed, window)));
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** The fold's playlists with the sums of all deltas. */
    private static final class Folded {
        private final PlaylistFold fold;
        private final Map<Long, PlaylistState> states = new HashMap<>();
        private final Counts factual = new Counts();
        private final Counts counterfactual = new Counts();

        Folded(int window) {
            fold = new PlaylistFold(new WindowPairs(window), HELD_OUT);
        }

        Outcome apply(PlaylistEdit edit) {
            var id = edit.playlist().value();
            var before = states.getOrDefault(id, PlaylistState.UNBORN);
            var outcome = fold.apply(before, edit, RandomEdits::known);
            states.put(id, outcome.state());
            if (outcome instanceof Outcome.Applied applied) {
                factual.add(applied.deltas(), World.FACTUAL);
                counterfactual.add(applied.deltas(), World.COUNTERFACTUAL);
            }
            return outcome;
        }

        int[] view(long id, World view) {
            return Entries.view(states.getOrDefault(id, PlaylistState.UNBORN).entries(), view);
        }
    }

    private static List<PlaylistEdit> edits(long seed, int number, double nonsense) {
        var random = new RandomEdits(seed, PLAYLISTS, nonsense);
        return Stream.generate(random::next).limit(number).toList();
    }

    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void afterEveryEditTheSumsOfDeltasAreTheCountsOfTheLists(long seed, int window) {
        var lists = new NaiveLists();
        var folded = new Folded(window);
        for (var edit : edits(seed, EDITS, 0.3)) {
            var reason = lists.apply(edit, RandomEdits::known);
            assertThat(reason(folded.apply(edit))).as("outcome of %s", edit).isEqualTo(reason);
            assertThat(folded.factual).as("after %s", edit).isEqualTo(recount(lists, World.FACTUAL, window));
            assertThat(folded.counterfactual)
                    .as("after %s", edit)
                    .isEqualTo(recount(lists, World.COUNTERFACTUAL, window));
        }
        for (var id : lists.alive()) {
            assertThat(folded.view(id, World.FACTUAL)).isEqualTo(lists.view(id, World.FACTUAL));
            assertThat(folded.view(id, World.COUNTERFACTUAL)).isEqualTo(lists.view(id, World.COUNTERFACTUAL));
        }
    }

    private static Counts recount(NaiveLists lists, World view, int window) {
        return Counts.of(lists, view, window, HELD_OUT);
    }

    private static Optional<Reason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied -> Optional.empty();
            case Outcome.Refused(var state, var reason) -> Optional.of(reason);
        };
    }

    @Test
    void theRandomEditsMeetEveryReasonAndEveryKind() {
        var reasons = EnumSet.noneOf(Reason.class);
        var applied = new HashMap<Object, Integer>();
        for (var seed = 0; seed < 60; seed++) {
            var lists = new NaiveLists();
            for (var edit : edits(seed, EDITS, 0.3)) {
                lists.apply(edit, RandomEdits::known)
                        .ifPresentOrElse(
                                reasons::add,
                                () -> applied.merge(List.of(edit.change().getClass(), edit.world()), 1, Integer::sum));
            }
        }
        assertThat(reasons).isEqualTo(EnumSet.complementOf(EnumSet.of(Reason.EPOCH_ENDED)));
        // inserted, removed and moved in three worlds each; created and deleted in both at once
        assertThat(applied).hasSize(11);
        assertThat(applied.values()).allMatch(times -> times >= 30);
    }

    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void insertingAndRemovingChangesNoCount(long seed, int window) {
        var random = new Random(seed);
        var drawn = new RandomEdits(seed, PLAYLISTS, 0.1);
        var folded = new Folded(window);
        for (var i = 0; i < EDITS; i++) {
            folded.apply(drawn.next());
        }
        for (var id : drawn.lists().alive()) {
            var world = World.of(random.nextInt(3));
            var before = List.of(copy(folded.factual), copy(folded.counterfactual));
            var index = random.nextInt(drawn.lists().view(id, world.view()).length + 1);
            var track = new TrackId(absent(drawn.lists(), id));
            var inserted = edit(folded, id, world, new Change.Inserted(track, index));
            var removed = edit(folded, id, world, new Change.Removed(track, index));
            assertThat(List.of(inserted, removed)).allMatch(Outcome.Applied.class::isInstance);
            assertThat(List.of(folded.factual, folded.counterfactual)).isEqualTo(before);
        }
    }

    private static Outcome edit(Folded folded, long id, World world, Change change) {
        var sequence = folded.states.getOrDefault(id, PlaylistState.UNBORN).lastSequence() + 1;
        var any = edits(0, 1, 0).getFirst();
        return folded.apply(new PlaylistEdit(new PlaylistId(id), any.listener(), 0, 0, sequence, world, change));
    }

    private static int absent(NaiveLists lists, long id) {
        return IntStream.range(0, RandomEdits.knownTracks())
                .filter(track -> lists.entries(id).stream().noneMatch(entry -> entry.track() == track))
                .findFirst()
                .orElseThrow();
    }

    private static Counts copy(Counts counts) {
        var copy = new Counts();
        counts.pairs()
                .forEach((from, row) ->
                        row.forEach((to, count) -> copy.addPair(from, to, count.window(), count.adjacent())));
        counts.tracks().forEach(copy::addTrack);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howPlaylistsInterleaveDoesNotMatter(long seed) {
        var inOrder = new Folded(3);
        var otherwise = new Folded(3);
        var edits = edits(seed, EDITS, 0.2);
        edits.forEach(inOrder::apply);
        shuffled(edits, new Random(seed)).forEach(otherwise::apply);
        assertThat(List.of(otherwise.factual, otherwise.counterfactual))
                .isEqualTo(List.of(inOrder.factual, inOrder.counterfactual));
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

    /** The law of worlds: what a collective does leaves no trace in the counterfactual counts. */
    @ParameterizedTest
    @MethodSource("seedsAndWindows")
    void theCounterfactualCountsAreThoseOfTheRunWithoutPlants(long seed, int window) {
        var with = new Folded(window);
        var without = new Folded(window);
        var drawn = new RandomEdits(seed, PLAYLISTS, 0.1);
        for (var i = 0; i < EDITS; i++) {
            var entries = Map.copyOf(entries(drawn.lists()));
            var edit = drawn.next();
            var applies = with.apply(edit) instanceof Outcome.Applied;
            if (applies && edit.world() != World.FACTUAL) {
                var change =
                        projected(edit, entries.getOrDefault(edit.playlist().value(), List.of()));
                assertThat(edit(without, edit.playlist().value(), World.BOTH, change))
                        .isInstanceOf(Outcome.Applied.class);
            }
        }
        assertThat(with.counterfactual).isEqualTo(without.factual);
        assertThat(without.counterfactual).isEqualTo(without.factual);
    }

    private static Map<Long, List<NaiveLists.Entry>> entries(NaiveLists lists) {
        var entries = new HashMap<Long, List<NaiveLists.Entry>>();
        lists.alive().forEach(id -> entries.put(id, lists.entries(id)));
        return entries;
    }

    /** The change with its indices as they are where nothing of the factual world alone stands. */
    private static Change projected(PlaylistEdit edit, List<NaiveLists.Entry> entries) {
        var view = edit.world().view();
        return switch (edit.change()) {
            case Change.Created created -> created;
            case Change.Deleted deleted -> deleted;
            case Change.Inserted(var track, var index) -> new Change.Inserted(track, before(entries, view, index));
            case Change.Removed(var track, var index) -> new Change.Removed(track, of(entries, track));
            case Change.Moved(var track, var from, var to) -> {
                var left = entries.stream()
                        .filter(e -> e.track() != track.value() || !e.world().seenIn(view));
                yield new Change.Moved(track, of(entries, track), before(left.toList(), view, to));
            }
        };
    }

    /** Index of {@code track} in the counterfactual view. */
    private static int of(List<NaiveLists.Entry> entries, TrackId track) {
        var view = entries.stream()
                .filter(entry -> entry.world().seenIn(World.COUNTERFACTUAL))
                .map(NaiveLists.Entry::track)
                .toList();
        return view.indexOf(track.value());
    }

    /** How many entries of the counterfactual view stand before the place directly after index − 1 of {@code view}. */
    private static int before(List<NaiveLists.Entry> entries, World view, int index) {
        var seen = 0;
        var counterfactual = 0;
        for (var entry : entries) {
            if (seen == index) {
                break;
            }
            seen += entry.world().seenIn(view) ? 1 : 0;
            counterfactual += entry.world().seenIn(World.COUNTERFACTUAL) ? 1 : 0;
        }
        return counterfactual;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heldOutPlaylistsYieldNoDeltas(long seed) {
        var folded = new Folded(10);
        for (var edit : edits(seed, EDITS, 0.2)) {
            if (folded.apply(edit) instanceof Outcome.Applied(var state, var deltas)
                    && HELD_OUT.holds(edit.playlist())) {
                assertThat(deltas.isEmpty()).as("of %s", edit).isTrue();
            }
        }
        assertThat(IntStream.range(0, PLAYLISTS).filter(id -> HELD_OUT.holds(new PlaylistId(id))))
                .as("some are held out, some are not")
                .hasSizeBetween(1, PLAYLISTS - 1);
    }
}
