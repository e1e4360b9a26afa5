package chorus.state.edits;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.epochs.EpochGate;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.state.NaiveLists;
import chorus.state.Place;
import chorus.state.RandomEdits;
import chorus.state.bytes.HeapStore;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Reason;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first stage publishes of each cut, in four worlds, against plain lists; it is restarted at every one. */
class EditStageTest {
    private static final List<String> WORLDS = List.of("twin", "A", "B", "C");
    private static final WorldSet A = WorldSet.only(1);
    private static final int EPOCHS = 6;

    private HeldOut heldOut = new HeldOut(1, 0.4, 20);
    private final EditStores stores = new EditStores(HeapStore.empty(), HeapStore.emptyByBytes(), HeapStore.empty());
    private final Map<Long, PlaylistRow> rows = new TreeMap<>();
    private final List<PlaylistsMark> marks = new ArrayList<>();

    private final PlaylistsOutput output = new PlaylistsOutput() {
        @Override
        public void row(long playlist, @Nullable PlaylistRow row) {
            if (row == null) {
                rows.remove(playlist);
            } else {
                rows.put(playlist, row);
            }
        }

        @Override
        public void mark(PlaylistsMark mark) {
            marks.add(mark);
        }
    };

    private EditStage stage() {
        var place = new Place(0, 1, WORLDS);
        return new EditStage(stores, new EditRules(new WindowPairs(2), heldOut, RandomEdits::known), place, output);
    }

    private static void end(EditStage stage, long epoch) {
        stage.end(new EpochEnded(epoch, 0, 1, 0));
        stage.publish(() -> false);
        stage.save();
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCutTellsEachWorldsListsAndWhoHoldsPlants(long seed) {
        var drawn = new RandomEdits(seed, 10, 0.2, WORLDS.size());
        var applied = 0L;
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            var stage = stage();
            for (var i = 0; i < 80; i++) {
                applied += stage.edit(drawn.next(epoch, 1, 0)) instanceof Verdict.Accepted ? 1 : 0;
            }
            end(stage, epoch);
            assertThat(marks).hasSize(epoch + 1);
            requireRows(drawn.lists());
            requireMark(marks.getLast(), drawn.lists());
            assertThat(List.of(marks.getLast().applied(), marks.getLast().refused()))
                    .containsExactly(applied, 80L * (epoch + 1) - applied);
        }
    }

    private void requireRows(NaiveLists lists) {
        assertThat(rows.keySet())
                .containsExactlyElementsOf(lists.alive().stream()
                        .filter(id -> heldOut.holds(new PlaylistId(id)))
                        .toList());
        rows.forEach((id, row) -> {
            var differing = new ArrayList<Integer>();
            for (var world = 0; world < WORLDS.size(); world++) {
                var view = lists.view(id, world);
                assertThat(row.in(world))
                        .as("playlist %d in world %d", id, world)
                        .isEqualTo(view);
                if (!Arrays.equals(view, row.tracks())) {
                    differing.add(world);
                }
            }
            assertThat(IntStream.range(0, 32)
                            .filter(world ->
                                    row.others().stream().anyMatch(view -> new WorldSet(view.worlds()).has(world)))
                            .boxed())
                    .isEqualTo(differing);
        });
    }

    private void requireMark(PlaylistsMark mark, NaiveLists lists) {
        assertThat(mark.worlds()).isEqualTo(WORLDS);
        assertThat(mark.planted()).isEqualTo(lists.planted(heldOut));
        assertThat(mark.heldOut()).isEqualTo(rows.size());
        assertThat(mark.training()).isEqualTo(lists.alive().size() - rows.size());
    }

    private static PlaylistEdit edit(long sequence, WorldSet set, @Nullable String campaign, Change change) {
        return new PlaylistEdit(
                new PlaylistId(1), new ListenerId(1), EpochGate.BY_POSITION, 0, sequence, set, campaign, change);
    }

    private static Change insert(int track) {
        return new Change.Inserted(new TrackId(track), 0);
    }

    @Test
    void worldsThatSeeTheSameAreOneView() {
        heldOut = new HeldOut(1, 1, 20);
        var stage = stage();
        stage.edit(edit(1, WorldSet.ALL, null, new Change.Created()));
        stage.edit(edit(2, WorldSet.ALL, null, insert(1)));
        stage.edit(edit(3, A.with(WorldSet.only(3)), "alpha", insert(5)));
        end(stage, 0);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(1L)).isNotNull().satisfies(row -> {
            assertThat(row.tracks()).containsExactly(1);
            assertThat(row.others()).singleElement().satisfies(view -> {
                assertThat(view.worlds()).isEqualTo(0b1010);
                assertThat(view.tracks()).containsExactly(5, 1);
            });
        });
        assertThat(marks.getLast().planted()).as("held out").isEmpty();
    }

    @Test
    void aPlaylistIsPlantedInAsLongAsItHoldsAPlantOfTheCampaign() {
        heldOut = new HeldOut(1, 0, 20);
        var stage = stage();
        stage.edit(edit(1, WorldSet.ALL, null, new Change.Created()));
        stage.edit(edit(2, A, "alpha", insert(5)));
        stage.edit(edit(3, A, "alpha", insert(6)));
        stage.edit(edit(4, A, "beta", insert(7)));
        end(stage, 0);
        assertThat(marks.getLast().planted()).isEqualTo(Map.of("alpha", 1L, "beta", 1L));
        stage = stage();
        // A sees 7 6 5; a listener may remove a plant as well
        stage.edit(edit(5, A, "alpha", new Change.Removed(new TrackId(5), 2)));
        stage.edit(edit(6, A, null, new Change.Removed(new TrackId(7), 0)));
        end(stage, 1);
        assertThat(marks.getLast().planted()).isEqualTo(Map.of("alpha", 1L));
        stage = stage();
        stage.edit(edit(7, WorldSet.ALL, null, new Change.Deleted()));
        end(stage, 2);
        assertThat(marks.getLast().planted()).isEmpty();
    }

    @Test
    void moreCampaignsThanEntriesTellApartAreRefused() {
        heldOut = new HeldOut(1, 0, 20);
        var stage = stage();
        stage.edit(edit(1, WorldSet.ALL, null, new Change.Created()));
        var sequence = 2L;
        for (var campaign = 0; campaign < 255; campaign++) {
            assertThat(stage.edit(edit(sequence++, A, "c" + campaign, insert(5))))
                    .isInstanceOf(Verdict.Accepted.class);
            stage.edit(edit(sequence++, A, "c" + campaign, new Change.Removed(new TrackId(5), 0)));
        }
        assertThat(stage.edit(edit(sequence++, A, "one more", insert(5))))
                .isEqualTo(new Verdict.Rejected(Reason.TOO_MANY_CAMPAIGNS));
        assertThat(stage.edit(edit(sequence, A, "c0", insert(5)))).isInstanceOf(Verdict.Accepted.class);
        end(stage, 0);
        assertThat(marks.getLast().planted()).isEqualTo(Map.of("c0", 1L));
    }
}
