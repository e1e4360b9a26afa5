package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.state.Counts;
import chorus.state.NaiveLists;
import chorus.state.RandomEdits;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random edits of two writers, of which one may be epochs ahead of the other: what is published at the end of each epoch is what
 * a naive recount of the edits up to it gives.
 */
class CutsTest {
    private static final int EPOCHS = 6;
    private static final HeldOut HELD_OUT = new HeldOut(1, 0.3, 20);

    static IntStream seeds() {
        return IntStream.range(0, 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCutIsTheNaiveRecountOfItsEpochs(long seed, @TempDir Path stores) {
        var random = new Random(seed);
        var window = 1 + random.nextInt(4);
        var byPosition = seed % 4 == 3;
        var log = RandomLog.draw(random, EPOCHS, byPosition);
        try (var rig = rig(stores, byPosition ? 1 : 2, window, 1 + random.nextInt(60), 2 + random.nextInt(3))) {
            if (random.nextBoolean()) {
                rig.hurry();
            }
            for (var entry : log.entries()) {
                rig.entry(entry);
                if (random.nextInt(10) == 0) {
                    rig.tick();
                }
            }
            for (var i = 0; i < 20 * EPOCHS; i++) {
                rig.tick();
            }
            assertThat(rig.published().cuts()).isEqualTo(EPOCHS);
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                checkCut(rig.published(), epoch, log.upTo(epoch), window);
            }
            assertThat(rig.refused()).hasSize((int)
                    rig.published().playlistsCut(EPOCHS - 1).mark().refused());
        }
    }

    private static Rig rig(Path stores, int writers, int window, int buffered, int chunk) {
        return new Rig(
                        stores,
                        "simulate.writers=" + writers,
                        "evaluate.fold=" + HELD_OUT.fold(),
                        "evaluate.testShare=" + HELD_OUT.testShare(),
                        "state.window=" + window,
                        "stream.bufferedPairs=" + buffered,
                        "stream.chunkNeighbours=" + chunk)
                .tracks(RandomEdits.knownTracks());
    }

    private static void checkCut(PublishedCuts published, int epoch, List<PlaylistEdit> edits, int window) {
        var lists = new NaiveLists();
        var refused = edits.stream()
                .filter(edit -> lists.apply(edit, RandomEdits::known).isPresent())
                .count();
        var cut = published.cut(epoch);
        for (var world = 0; world < RandomEdits.WORLDS; world++) {
            var naive = Counts.of(lists, world, window, HELD_OUT);
            assertThat(cut.counts(world))
                    .as("counts of world %d at the end of epoch %d", world, epoch)
                    .isEqualTo(naive);
            assertThat(cut.digest(world))
                    .as("digest of world %d, epoch %d", world, epoch)
                    .isEqualTo(naive.digest());
        }
        checkHeldOut(published.playlistsCut(epoch), lists);
        var mark = published.playlistsCut(epoch).mark();
        assertThat(List.of(mark.applied(), mark.refused())).containsExactly(edits.size() - refused, refused);
        var heldOut = lists.alive().stream().filter(CutsTest::heldOut).count();
        assertThat(List.of(mark.heldOut(), mark.training()))
                .containsExactly(heldOut, lists.alive().size() - heldOut);
    }

    private static boolean heldOut(long playlist) {
        return HELD_OUT.holds(new PlaylistId(playlist));
    }

    private static void checkHeldOut(PublishedCuts.PlaylistsCut cut, NaiveLists lists) {
        var heldOut = lists.alive().stream().filter(CutsTest::heldOut).toList();
        assertThat(cut.rows().keySet()).containsExactlyElementsOf(heldOut);
        cut.rows().forEach((id, row) -> {
            for (var world = 0; world < RandomEdits.WORLDS; world++) {
                assertThat(row.in(world)).isEqualTo(lists.view(id, world));
            }
        });
    }
}
