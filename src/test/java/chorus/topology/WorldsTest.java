package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of worlds, from the simulator through the topology: the counterfactual cuts of a run are those of its twin. */
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
        try (var rig = new Rig(folder.resolve("stores"))) {
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                writer.write(epoch, new Sink(rig));
                cuts.add(rig.published().cut(epoch));
            }
            assertThat(rig.refused()).isEmpty();
        }
        return cuts;
    }

    private record Sink(Rig rig) implements EditSink {
        @Override
        public void track(Track track) {
            rig.track(track);
        }

        @Override
        public void campaign(Campaign campaign) {}

        @Override
        public void edit(PlaylistEdit edit) {
            rig.entry(edit);
        }

        @Override
        public void endEpoch(EpochEnded mark) {
            rig.mark(mark);
        }
    }

    @Test
    void theCounterfactualCutsOfACampaignAreTheFactualOnesWithoutIt(@TempDir Path folder) throws IOException {
        var campaign = "[{name: lift, strategy: Random, budget: 10, start: 1, join: [0.5, 1], hold: 0, leave: [0]}]";
        var with = run(campaign, Files.createDirectory(folder.resolve("with")));
        var without = run("[]", Files.createDirectory(folder.resolve("without")));
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            assertThat(with.get(epoch).counterfactual())
                    .isEqualTo(without.get(epoch).factual());
            assertThat(with.get(epoch).mark().counterfactual())
                    .isEqualTo(without.get(epoch).mark().factual());
            assertThat(without.get(epoch).mark().counterfactual())
                    .isEqualTo(without.get(epoch).mark().factual());
            // members hold the target at the ends of epochs 1 and 2; by the end of 3 all have taken it back
            var planted = epoch == 1 || epoch == 2;
            assertThat(with.get(epoch).factual().equals(with.get(epoch).counterfactual()))
                    .isNotEqualTo(planted);
        }
    }
}
