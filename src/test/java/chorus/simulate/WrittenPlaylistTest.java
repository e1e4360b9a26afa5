package chorus.simulate;

import static chorus.simulate.NaiveLists.TWIN;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.simulate.WrittenPlaylist.InWorlds;
import chorus.simulate.collective.Place;
import chorus.worlds.WorldSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenPlaylistTest {
    private static final WorldSet A = WorldSet.only(1);
    private static final WorldSet B = WorldSet.only(2);
    private static final TrackId FIVE = new TrackId(5);

    private static Change inserted(int track, int index) {
        return new Change.Inserted(new TrackId(track), index);
    }

    private static Change removed(int track, int index) {
        return new Change.Removed(new TrackId(track), index);
    }

    private static Place after(int index) {
        return new Place(index, false);
    }

    private static Place before(int index) {
        return new Place(index, true);
    }

    /** Tracks 1, 2, 3, 4 everywhere. */
    private static WrittenPlaylist fourTracks() {
        var playlist = new WrittenPlaylist();
        for (var track = 1; track <= 4; track++) {
            playlist.organic(inserted(track, track - 1));
        }
        return playlist;
    }

    @Test
    void plantsOfTwoWorldsAndOrganicEditsAroundThem() {
        var playlist = fourTracks();
        // 1 2 5a 3 4: right after 2
        assertThat(playlist.plant(FIVE, 1, A, after(2))).containsExactly(new InWorlds(A, inserted(5, 2)));
        // 1 2 5a 5b 3 4: right before 3, which has index 2 in B
        assertThat(playlist.plant(FIVE, 2, B, before(2)))
                .containsExactly(new InWorlds(B, new Change.Inserted(FIVE, 2, true)));
        // 2 goes to the end of the twin: 1 5a 5b 3 4 2
        assertThat(playlist.organic(new Change.Moved(new TrackId(2), 1, 3)))
                .isEqualTo(new InWorlds(WorldSet.ALL, new Change.Moved(new TrackId(2), 1, 3)));
        // 1 5a 5b 4 2
        assertThat(playlist.organic(removed(3, 1)).worlds()).isEqualTo(WorldSet.ALL);
        // 5 comes at the twin's index 1: both worlds hold it as a plant
        var others = WorldSet.ALL.without(A).without(B);
        assertThat(playlist.organic(inserted(5, 1))).isEqualTo(new InWorlds(others, inserted(5, 1)));
        assertThat(playlist.twin()).containsExactly(1, 5, 4, 2);
        // 1 5 5a 5b 4 2
        assertThat(playlist.uproot(1)).containsExactly(new InWorlds(A, removed(5, 1)));
        assertThat(playlist.organic(removed(5, 1))).isEqualTo(new InWorlds(others, removed(5, 1)));
        assertThat(playlist.holding(FIVE)).isEqualTo(B);
    }

    /**
     * The twin holds 1 2 3. A plants 8 after 2, its direct anchor; B plants 9 before 3, its indirect anchor. Whatever comes
     * between 2 and 3 stands between an anchor and its plant: the direct one's if it follows 2, the indirect one's if it precedes 3.
     */
    @Test
    void anOrganicInsertionGoesBetweenAPlantAndEitherKindOfAnchor() {
        var eight = new TrackId(8);
        var nine = new TrackId(9);
        for (var beforeSuccessor : List.of(false, true)) {
            var lists = new Course(null, List.of());
            for (var track = 1; track <= 3; track++) {
                lists.give(lists.playlist.organic(inserted(track, track - 1)), null);
            }
            lists.playlist.plant(eight, 1, A, after(2)).forEach(plant -> lists.give(plant, "a"));
            lists.playlist.plant(nine, 2, B, before(2)).forEach(plant -> lists.give(plant, "b"));
            var between = new Change.Inserted(new TrackId(4), 2, beforeSuccessor);
            var given = lists.playlist.organic(between);
            assertThat(given).isEqualTo(new InWorlds(WorldSet.ALL, between));
            lists.give(given, null);
            assertThat(lists.view(TWIN)).containsExactly(1, 2, 4, 3);
            if (beforeSuccessor) {
                assertThat(lists.view(1)).containsExactly(1, 2, 8, 4, 3);
                assertThat(lists.view(2)).containsExactly(1, 2, 9, 4, 3);
            } else {
                assertThat(lists.view(1)).containsExactly(1, 2, 4, 8, 3);
                assertThat(lists.view(2)).containsExactly(1, 2, 4, 9, 3);
            }
        }
    }

    @Test
    void anInsertionBeforeASuccessorThatThereIsNotStandsAfterTheLastTrack() {
        var playlist = fourTracks();
        playlist.plant(FIVE, 1, A, after(4)); // 1 2 3 4 5a
        playlist.organic(new Change.Inserted(new TrackId(6), 4, true));
        // 1 2 3 4 6 5a
        assertThat(playlist.uproot(1)).containsExactly(new InWorlds(A, removed(5, 5)));
    }

    @Test
    void whereAnEntryIsNotSeenTheNearestOneStandsForItAndWorldsThatDifferGetEditsOfTheirOwn() {
        var playlist = fourTracks();
        playlist.plant(FIVE, 1, A, after(4)); // 1 2 3 4 5a
        playlist.organic(inserted(5, 2)); // 1 2 5 3 4 5a: A does not see the first 5
        var six = new TrackId(6);
        // B sees the 5, at index 2; A's place is after the 2 instead
        assertThat(playlist.plant(six, 2, A.with(B), after(3)))
                .containsExactly(new InWorlds(A, inserted(6, 2)), new InWorlds(B, inserted(6, 3)));
        assertThat(playlist.uproot(2)).containsExactly(new InWorlds(A, removed(6, 2)), new InWorlds(B, removed(6, 3)));
        // before the 5 in B, before the 3 in A
        assertThat(playlist.plant(six, 2, A.with(B), before(2)))
                .containsExactly(
                        new InWorlds(A, new Change.Inserted(six, 2, true)),
                        new InWorlds(B, new Change.Inserted(six, 2, true)));
    }

    @Test
    void whereNothingSeenComesLaterThePlaceIsTheEndAndWhereNothingComesEarlierTheFront() {
        var playlist = new WrittenPlaylist();
        playlist.plant(FIVE, 1, A, after(0)); // 5a
        playlist.organic(inserted(5, 0)); // 5 5a
        var six = new TrackId(6);
        assertThat(playlist.plant(six, 2, A, after(1))).containsExactly(new InWorlds(A, inserted(6, 0)));
        playlist.uproot(2);
        playlist.uproot(1); // 5, which A does not see
        assertThat(playlist.plant(six, 2, A, before(0))).containsExactly(new InWorlds(A, inserted(6, 0)));
    }

    /** Whatever is planted where: as dense as no run is, so that places beside entries that a world does not see are common. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatAWorldSeesBesideTheTwinDoesNotDependOnOtherWorlds(long seed) {
        var splits = 0;
        for (var round = 0; round < 100; round++) {
            var steps = steps(new Random(1000 * seed + round));
            var together = new Course(null, steps);
            splits += together.splits;
            for (var world = 1; world <= 4; world++) {
                var alone = new Course(world, steps);
                for (var step = 0; step < steps.size(); step++) {
                    assertThat(together.seen.get(step).get(world))
                            .as("world %d in round %d after %s", world, round, steps.subList(0, step + 1))
                            .isEqualTo(alone.seen.get(step).get(world));
                }
            }
        }
        assertThat(splits)
                .as("plants that several worlds have at different places")
                .isGreaterThan(5);
    }

    private sealed interface Step {
        record Organic(Change change) implements Step {}

        record Plant(int campaign, Place place) implements Step {}

        record Uproot(int campaign) implements Step {}
    }

    /** By the campaign's number − 1. */
    private static final List<WorldSet> WORLDS_OF = List.of(
            A,
            B,
            A.with(WorldSet.only(3)),
            B.with(WorldSet.only(3)).with(WorldSet.only(4)),
            A.with(B).with(WorldSet.only(3)).with(WorldSet.only(4)));

    private static List<Step> steps(Random random) {
        var steps = new ArrayList<Step>();
        var twin = new IntArrayList();
        for (var i = 0; i < 60; i++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    var track = random.nextInt(8);
                    if (!twin.contains(track)) {
                        var index = random.nextInt(twin.size() + 1);
                        var before = index < twin.size() && random.nextBoolean();
                        twin.add(index, track);
                        steps.add(new Step.Organic(new Change.Inserted(new TrackId(track), index, before)));
                    }
                }
                case 3, 4 -> {
                    if (!twin.isEmpty()) {
                        var index = random.nextInt(twin.size());
                        var track = twin.removeInt(index);
                        var to = random.nextInt(twin.size() + 1);
                        var moves = random.nextBoolean();
                        if (moves) {
                            twin.add(to, track);
                        }
                        steps.add(new Step.Organic(
                                moves ? new Change.Moved(new TrackId(track), index, to) : removed(track, index)));
                    }
                }
                case 5, 6 -> {
                    var index = random.nextInt(twin.size() + 1);
                    var place = index < twin.size() && random.nextBoolean() ? before(index) : after(index);
                    steps.add(new Step.Plant(1 + random.nextInt(5), place));
                }
                default -> steps.add(new Step.Uproot(1 + random.nextInt(5)));
            }
        }
        return steps;
    }

    /** The steps in all worlds, or in one beside the twin; the campaigns' targets are tracks that come organically too. */
    private static final class Course {
        final List<Map<Integer, List<NaiveLists.Seen>>> seen = new ArrayList<>();
        int splits;

        private final WrittenPlaylist playlist = new WrittenPlaylist();
        private final NaiveLists lists = new NaiveLists();

        Course(@Nullable Integer only, List<Step> steps) {
            give(new InWorlds(WorldSet.ALL, new Change.Created()), null);
            for (var step : steps) {
                take(step, only);
                seen.add(only == null ? all() : Map.of(only, seen(only)));
            }
        }

        private Map<Integer, List<NaiveLists.Seen>> all() {
            return Map.of(1, seen(1), 2, seen(2), 3, seen(3), 4, seen(4));
        }

        private List<NaiveLists.Seen> seen(int world) {
            return lists.besideTheTwin(world).getOrDefault(0L, List.of());
        }

        private List<Integer> view(int world) {
            return lists.view(world).getOrDefault(0L, List.of()).stream()
                    .map(TrackId::value)
                    .toList();
        }

        private void take(Step step, @Nullable Integer only) {
            switch (step) {
                case Step.Organic(var change) -> give(playlist.organic(change), null);
                case Step.Plant(var campaign, var place) -> {
                    var target = new TrackId(campaign % 3);
                    var worlds = WORLDS_OF.get(campaign - 1).without(playlist.holding(target));
                    var plants = playlist.plant(
                            target, campaign, only == null ? worlds : worlds.and(WorldSet.only(only)), place);
                    splits += plants.size() > 1 ? 1 : 0;
                    plants.forEach(plant -> give(plant, "c" + campaign));
                }
                case Step.Uproot(var campaign) ->
                    playlist.uproot(campaign).forEach(removal -> give(removal, "c" + campaign));
            }
            assertThat(lists.view(TWIN).getOrDefault(0L, List.of()).stream().mapToInt(TrackId::value))
                    .containsExactly(Arrays.stream(playlist.twin()).boxed().toArray(Integer[]::new));
        }

        private void give(InWorlds change, @Nullable String campaign) {
            lists.apply(new PlaylistEdit(
                    new PlaylistId(0),
                    new ListenerId(0),
                    0,
                    0,
                    playlist.nextSequence(),
                    change.worlds(),
                    campaign,
                    change.change()));
        }
    }
}
