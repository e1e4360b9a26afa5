package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of worlds, from the simulator through the topology: what happens in one world leaves no trace in another. */
class WorldsTest {
    private static final int EPOCHS = 4;

    private static Settings settings(String campaigns, Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("settings.yaml"), "campaigns: " + campaigns + "\n");
        return chorus.config.SettingsLoader.load(
                java.util.Optional.of(file),
                List.of(
                        "kafka.partitions=1",
                        "simulate.playlists=40",
                        "simulate.epochs=" + (EPOCHS - 1),
                        "simulate.listeners.longest=60",
                        "simulate.changePerEpoch=0.2"));
    }

    /** Runs the simulation through the topology. */
    private static List<PublishedCuts.Cut> run(String campaigns, Path folder) throws IOException {
        var settings = settings(campaigns, folder);
        var plan = SimulatedPlan.draw(settings);
        var writer = Writer.of(settings, plan, 0);
        var cuts = new ArrayList<PublishedCuts.Cut>();
        try (var rig = new Rig(folder.resolve("stores"), settings)) {
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                writer.write(epoch, new IntoRig(rig, _ -> {}));
                cuts.add(rig.published().cut(epoch));
            }
            assertThat(rig.refused()).isEmpty();
        }
        return cuts;
    }

    /** Two campaigns that meet, two that have the same members, and one for a track that playlists hold already. */
    private static final String CAMPAIGNS = """
            [{name: lift, strategy: DirLoF, budget: 5, start: 1, join: [0.5, 1], hold: 0, leave: [0]},
             {name: noise, strategy: Random, budget: 5, start: 1, join: [1], hold: 2},
             {name: close, strategy: InClust, target: {new: lift}, members: lift, start: 1, join: [1], hold: 2},
             {name: known, strategy: AtTheEnd, target: {rank: [2, 9]}, budget: 5, start: 1, join: [1], hold: 2}]
            """.replace("\n", " ");

    private static final List<String> WORLDS = List.of(
            "{name: lift, campaigns: [lift]}",
            "{name: together, campaigns: [lift, noise, known]}",
            "{name: close, campaigns: [close]}",
            "{name: known, campaigns: [known]}");

    private static List<PublishedCuts.Cut> cuts(List<String> worlds, Path folder) throws IOException {
        var settings = CAMPAIGNS + "\nworlds: [{name: twin}, " + String.join(", ", worlds) + "]";
        return run(settings, Files.createDirectory(folder));
    }

    @Test
    void eachWorldsCutsAreThoseOfARunWithItAloneBesideTheTwin(@TempDir Path folder) throws IOException {
        var all = cuts(WORLDS, folder.resolve("all"));
        var turned = cuts(WORLDS.reversed(), folder.resolve("turned"));
        for (var world = 1; world <= WORLDS.size(); world++) {
            var alone = cuts(List.of(WORLDS.get(world - 1)), folder.resolve("alone" + world));
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                same(all.get(epoch), world, alone.get(epoch), 1);
                same(all.get(epoch), 0, alone.get(epoch), 0);
                same(turned.get(epoch), WORLDS.size() + 1 - world, alone.get(epoch), 1);
            }
            // members hold the target at the end of epoch 1
            assertThat(alone.get(1).counts(1)).isNotEqualTo(alone.get(1).twin());
        }
    }

    private static void same(PublishedCuts.Cut one, int world, PublishedCuts.Cut other, int there) {
        assertThat(one.counts(world)).isEqualTo(other.counts(there));
        assertThat(one.digest(world)).isEqualTo(other.digest(there));
    }

    @Test
    void theTwinsCutsAreThoseOfARunWithoutCampaigns(@TempDir Path folder) throws IOException {
        var campaign = "[{name: lift, strategy: Random, budget: 10, start: 1, join: [0.5, 1], hold: 0, leave: [0]}]";
        var with = run(campaign, Files.createDirectory(folder.resolve("with")));
        var without = run("[]", Files.createDirectory(folder.resolve("without")));
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            same(with.get(epoch), 0, without.get(epoch), 0);
            same(without.get(epoch), 1, without.get(epoch), 0);
            // members hold the target at the ends of epochs 1 and 2; by the end of 3 all have taken it back
            var planted = epoch == 1 || epoch == 2;
            assertThat(with.get(epoch).counts(1).equals(with.get(epoch).twin())).isNotEqualTo(planted);
        }
    }
}
