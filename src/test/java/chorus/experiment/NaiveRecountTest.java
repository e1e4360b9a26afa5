package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.SettingsLoader;
import chorus.playlist.EpochEnded;
import chorus.playlist.HeldOut;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.state.Counts;
import chorus.state.NaiveLists;
import chorus.state.RandomEdits;
import chorus.topology.RandomLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random edits of two writers, of which one may be epochs ahead of the other, in one process: each epoch's counts of each world and
 * tallies are what a naive recount of the edits up to it gives.
 */
class NaiveRecountTest {
    private static final int EPOCHS = 6;
    private static final HeldOut HELD_OUT = new HeldOut(1, 0.3, 20);

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCutIsTheNaiveRecountOfItsEpochs(long seed) {
        var random = new Random(seed);
        var window = 1 + random.nextInt(4);
        var log = RandomLog.draw(random, EPOCHS, seed % 4 == 3);
        var rounds = rounds(
                log,
                "campaigns=[{name: alpha, strategy: Random, budget: 1, start: 1},"
                        + " {name: beta, strategy: Random, budget: 1, start: 1}]",
                "worlds=[{name: none, campaigns: []}, {name: one, campaigns: [alpha]}, {name: other, campaigns: [beta]}]",
                "evaluate.fold=" + HELD_OUT.fold(),
                "evaluate.testShare=" + HELD_OUT.testShare(),
                "state.window=" + window,
                "stream.bufferedPairs=" + (1 + random.nextInt(60)),
                "stream.chunkNeighbours=" + (2 + random.nextInt(3)));
        assertThat(rounds).hasSize(EPOCHS);
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            check(rounds.get(epoch), log.upTo(epoch), window);
        }
    }

    private static List<Round> rounds(RandomLog log, String... settings) {
        var rounds = new ArrayList<Round>();
        var process = new OneProcess(
                SettingsLoader.load(Optional.empty(), List.of(settings)),
                (generation, counts) -> rounds.add(Round.of(generation, counts)));
        for (var id = 0; id < RandomEdits.knownTracks(); id++) {
            process.track(new Track(new TrackId(id), "t" + id, "", "a" + id, ""));
        }
        for (var entry : log.entries()) {
            switch (entry) {
                case PlaylistEdit edit -> process.edit(edit);
                case EpochEnded mark -> process.endEpoch(mark);
            }
        }
        return rounds;
    }

    private static void check(Round round, List<PlaylistEdit> edits, int window) {
        var lists = new NaiveLists();
        var refused = edits.stream()
                .filter(edit -> lists.apply(edit, RandomEdits::known).isPresent())
                .count();
        var counts = round.counts();
        for (var world = 0; world < RandomEdits.WORLDS; world++) {
            assertThat(counts.worlds().get(world).digest())
                    .as("world %d", world)
                    .isEqualTo(Counts.of(lists, world, window, HELD_OUT).digest());
        }
        var training = lists.alive().stream()
                .filter(id -> !HELD_OUT.holds(new PlaylistId(id)))
                .count();
        var row = round.generation();
        assertThat(List.of(row.edits(), row.refused(), row.trainingPlaylists()))
                .containsExactly(edits.size() - refused, refused, training);
    }
}
