package chorus.topology;

import chorus.config.Settings;
import chorus.events.Events;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** The topology's nodes as values. */
public final class TopologyNodes {
    private TopologyNodes() {}

    /**
     * A source, processor or sink.
     *
     * @param kind source, processor or sink
     * @param part the sub-topology or, of a global store, "global"
     * @param topics read by a source, written by a sink
     * @param stores of a processor
     * @param successors names of the nodes that it forwards to
     */
    public record Node(
            String name,
            String kind,
            String part,
            SortedSet<String> topics,
            SortedSet<String> stores,
            SortedSet<String> successors) {}

    /** All nodes as settings make the topology, by part and name. */
    public static List<Node> of(Settings settings, Events events) {
        var described = ChorusTopology.build(settings, TopologyPage.surroundings(events))
                .describe();
        var nodes = new ArrayList<Node>();
        described.subtopologies().forEach(part -> part.nodes()
                .forEach(node -> nodes.add(node(node, Integer.toString(part.id())))));
        described.globalStores().forEach(store -> {
            nodes.add(node(store.source(), "global"));
            nodes.add(node(store.processor(), "global"));
        });
        nodes.sort(Comparator.comparing(Node::part).thenComparing(Node::name));
        return List.copyOf(nodes);
    }

    private static Node node(TopologyDescription.Node node, String part) {
        var successors = new TreeSet<String>();
        node.successors().forEach(next -> successors.add(next.name()));
        var topics = new TreeSet<String>();
        var stores = new TreeSet<String>();
        var kind =
                switch (node) {
                    case Source source -> {
                        topics.addAll(source.topicSet());
                        yield "source";
                    }
                    case Sink sink -> {
                        topics.add(sink.topic());
                        yield "sink";
                    }
                    case Processor processor -> {
                        stores.addAll(processor.stores());
                        yield "processor";
                    }
                    default -> throw new IllegalStateException(node.toString());
                };
        return new Node(node.name(), kind, part, topics, stores, successors);
    }
}
