package chorus.topology;

import chorus.config.Settings;
import chorus.events.Events;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;

/** The topology as pages: Kafka Streams' own description, and a drawing for Mermaid ({@link TopologyDrawing}). */
public final class TopologyPage {
    private static final Pattern STORES = Pattern.compile("\\(stores: \\[([^]]+)]\\)");

    private TopologyPage() {}

    /** Both, the drawing in a fence, as settings make the topology. */
    public static String page(Settings settings, Events events) {
        var topology = ChorusTopology.build(settings, surroundings(events));
        return text(topology).stripTrailing() + "\n\n```mermaid\n"
                + mermaid(topology).strip() + "\n```\n";
    }

    /** For a topology that is looked at and not run. */
    static ChorusTopology.Surroundings surroundings(Events events) {
        return new ChorusTopology.Surroundings(events, () -> 0, () -> 0);
    }

    /** The description, with the stores of a processor in alphabetical order, so that it is the same each time. */
    public static String text(Topology topology) {
        return STORES.matcher(topology.describe().toString())
                .replaceAll(match -> "(stores: ["
                        + Arrays.stream(match.group(1).split(", ", -1)).sorted().collect(Collectors.joining(", "))
                        + "])");
    }

    /** A flowchart from left to right: topics with round ends, stores as drums, sub-topologies as frames. */
    public static String mermaid(Topology topology) {
        return new TopologyDrawing(topology.describe()).text();
    }
}
