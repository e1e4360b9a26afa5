package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.playlist.EpochEnded;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.retrain.RowBook;
import chorus.state.NaiveLists;
import chorus.state.RandomEdits;
import chorus.topology.RandomLog;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training playlists in order, asked for at a cut while the log has edits of later epochs: those of a plain fold up to the cut. */
class KeptLogTest {
    private static final int EPOCHS = 6;
    private static final HeldOut HELD_OUT = new HeldOut(1, 0.3, 20);

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTrainingSetGivesThePlaylistsOfItsCut(long seed) {
        var random = new Random(seed);
        var settings = settings();
        var log = RandomLog.draw(random, EPOCHS, seed % 4 == 3);
        var kept = new KeptLog(settings, settings.allWorlds(), RandomEdits::known);
        var book = new RowBook();
        var cuts = new int[1];
        var stages = new StagesOnHeap(settings, RandomEdits::known, book, mark -> {
            cuts[0]++;
            // a model may ask at this cut and not at that one
            if (random.nextBoolean()) {
                check(book, kept, mark.epoch(), log.upTo(mark.epoch()), settings);
            }
        });
        for (var entry : log.entries()) {
            kept.add(entry);
            switch (entry) {
                case PlaylistEdit edit -> stages.edit(edit);
                case EpochEnded mark -> stages.end(mark);
            }
        }
        assertThat(cuts[0]).isEqualTo(EPOCHS);
    }

    private static Settings settings() {
        return SettingsLoader.load(
                Optional.empty(),
                List.of(
                        "campaigns=[{name: alpha, strategy: Random, budget: 1, start: 1},"
                                + " {name: beta, strategy: Random, budget: 1, start: 1}]",
                        "worlds=[{name: none}, {name: one, campaigns: [alpha]}, {name: other, campaigns: [beta]}]",
                        "evaluate.fold=" + HELD_OUT.fold(),
                        "evaluate.testShare=" + HELD_OUT.testShare()));
    }

    private static void check(RowBook book, KeptLog kept, long epoch, List<PlaylistEdit> edits, Settings settings) {
        var naive = new NaiveLists();
        edits.forEach(edit -> naive.apply(edit, RandomEdits::known));
        var cut = book.cut(HELD_OUT, settings.allWorlds(), world -> kept.at(epoch, world));
        for (var world : settings.allWorlds().byBit()) {
            var expected = naive.alive().stream()
                    .sorted()
                    .filter(id -> !HELD_OUT.holds(new PlaylistId(id)))
                    .map(id -> naive.view(id, world.bit()))
                    .toList();
            var given = cut.side(world).training().get().playlists().get();
            assertThat(given)
                    .as("%s at the end of epoch %d", world.name(), epoch)
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyElementsOf(expected);
        }
    }
}
