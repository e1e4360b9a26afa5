package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.GoldenFile;
import chorus.config.SettingsLoader;
import chorus.events.Events;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class TopologyPageTest {
    private static Topology topology() {
        try (var events = Events.connect("mock://topology-page", "chorus-")) {
            var around = new ChorusTopology.Surroundings(events, () -> 0, () -> 0);
            return ChorusTopology.build(SettingsLoader.load(Optional.empty(), List.of()), around);
        }
    }

    @Test
    void theTextIsTheTopologyAsItIs() throws IOException {
        GoldenFile.of("topologies/chorus.txt").holds(TopologyPage.text(topology()));
    }

    @Test
    void theDrawingIsTheTopologyAsItIs() throws IOException {
        GoldenFile.of("topologies/chorus.mmd").holds(TopologyPage.mermaid(topology()));
    }

    @Test
    void everyOperatorStoreAndTopicIsNamed() {
        assertThat(TopologyPage.text(topology())).doesNotContain("KSTREAM-", "STATE-STORE-");
    }
}
