package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.experiment.Experiment;
import chorus.experiment.Round;
import chorus.rows.CountsMark;
import chorus.simulate.Collectives;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import chorus.state.Counts;
import chorus.state.NaiveLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every strategy, every knowledge and noisy members, a world each: the topology publishes what one process counts, and what a naive
 * recount of the edits comes to.
 */
class EveryCollectiveTest {
    private static final int EPOCHS = 4;

    private static final String FORGETFUL = "strategy: Random, noise: {forget: 0.4}";

    private static final List<String> KINDS = List.of(
            "strategy: DirLoF",
            "strategy: InClust",
            "strategy: InClustGreedy",
            "strategy: {Hybrid: {share: 0.3}}",
            "strategy: Random",
            "strategy: {RandomFirst: 10}",
            "strategy: {RandomLast: 10}",
            "strategy: AtTheEnd",
            "strategy: {InsertAt: 1}",
            "strategy: DirLoF, knowledge: own",
            "strategy: DirLoF, knowledge: {sample: 0.3}",
            "strategy: DirLoF, knowledge: {streams: 2}",
            "strategy: DirLoF, knowledge: {playlists: 9}, noise: {misplace: 0.3, forget: 0.2, late: 0.3, dropOut: 0.2}",
            FORGETFUL,
            "strategy: {file: 'PLANTS'}");

    /** Those that plant existing tracks, several each. */
    private static final List<String> ALTRUISTIC = List.of(
            "strategy: {Altruistic: 1}, target: {scene: 40}",
            "strategy: {Altruistic: 5}, target: {scene: 40}",
            "strategy: {Altruistic: 5}, target: {scene: 50}, noise: {forget: 0.4, late: 0.4, dropOut: 0.2}");

    private static Settings settings(Path folder, List<String> kinds) throws IOException {
        var plants = folder.resolve("plants.csv");
        var campaigns = new ArrayList<String>();
        for (var kind : kinds) {
            campaigns.add("  - {name: c" + campaigns.size() + ", budget: 8, start: 1, join: [0.5, 1], "
                    + (kind.contains("target:") ? "" : "target: {new: song}, ")
                    + kind.replace("PLANTS", plants.toString()) + "}\n");
        }
        var file = Files.writeString(
                folder.resolve("settings.yaml"), "worlds: each\ncampaigns:\n" + String.join("", campaigns));
        var settings = SettingsLoader.load(
                Optional.of(file),
                List.of(
                        "kafka.partitions=1",
                        "simulate.playlists=60",
                        "simulate.epochs=" + (EPOCHS - 1),
                        "simulate.listeners.longest=60",
                        "simulate.changePerEpoch=0.1"));
        var mine = Collectives.rosters(settings, SimulatedPlan.draw(settings)).getLast();
        Files.writeString(
                plants,
                mine.members().stream()
                        .map(member -> member.value() + "," + 2)
                        .collect(Collectors.joining("\n", "playlist,index\n", "\n")));
        return settings;
    }

    @Test
    void theTopologyAgreesWithOneProcessAndWithARecount(@TempDir Path folder) throws IOException {
        var rounds = agreed(folder, KINDS);
        // whoever forgets is not counted in alpha
        assertThat(rounds.getLast().evaluations())
                .filteredOn(row -> row.world().equals("c" + KINDS.indexOf(FORGETFUL)))
                .singleElement()
                .satisfies(row -> assertThat(row.effect().members()).isBetween(1L, 7L));
    }

    @Test
    void soItDoesWhereMembersPlantSeveralTracks(@TempDir Path folder) throws IOException {
        agreed(folder, ALTRUISTIC);
    }

    private static List<Round> agreed(Path folder, List<String> kinds) throws IOException {
        var settings = settings(folder, kinds);
        var marks = new ArrayList<CountsMark>();
        var last = new ArrayList<Counts>();
        var lists = new NaiveLists(kinds.size() + 1);
        try (var rig = new Rig(folder.resolve("stores"), settings)) {
            var writer = Writer.of(settings, SimulatedPlan.draw(settings), 0);
            var sink = new IntoRig(
                    rig, edit -> assertThat(lists.apply(edit, _ -> true)).isEmpty());
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                writer.write(epoch, sink);
                var cut = rig.published().cut(epoch);
                marks.add(cut.mark());
                last.clear();
                last.addAll(cut.worlds());
            }
            assertThat(rig.refused()).isEmpty();
        }
        var rounds = Experiment.run(settings, _ -> {});
        assertThat(marks).isEqualTo(rounds.stream().map(round -> round.counts()).toList());
        assertThat(last).hasSize(kinds.size() + 1);
        for (var world = 0; world < last.size(); world++) {
            var naive = Counts.of(lists, world, settings.state().window(), settings.heldOut());
            assertThat(last.get(world)).as("world %d", world).isEqualTo(naive);
        }
        // each plants, and each otherwise than the others
        assertThat(IntStream.range(0, last.size()).filter(world -> last.indexOf(last.get(world)) != world))
                .as("worlds that are as one before them")
                .isEmpty();
        return rounds;
    }
}
