package chorus.topology;

import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A description of a topology drawn for Mermaid. A source or sink is drawn as its topic, outside the frames. */
final class TopologyDrawing {
    private final TreeSet<String> topics = new TreeSet<>();
    private final StringBuilder frames = new StringBuilder();
    private final StringBuilder arrows = new StringBuilder();

    TopologyDrawing(TopologyDescription description) {
        for (var part : description.subtopologies()) {
            draw(part);
        }
        for (var store : description.globalStores()) {
            draw(store);
        }
    }

    String text() {
        var page = new StringBuilder("flowchart LR\n");
        for (var name : topics) {
            page.append("    %s([\"%s\"])\n".formatted(id("topic", name), name));
        }
        return page.append(frames).append(arrows).toString();
    }

    private void draw(Subtopology part) {
        open("part" + part.id(), "sub-topology " + part.id());
        part.nodes().stream().filter(Processor.class::isInstance).forEach(this::box);
        frames.append("    end\n");
        part.nodes().forEach(this::connect);
    }

    private void draw(GlobalStore store) {
        open("global" + store.id(), "in every instance");
        box(store.processor());
        frames.append("    end\n");
        connect(store.source());
    }

    private void open(String id, String title) {
        frames.append("    subgraph %s[\"%s\"]\n        direction LR\n".formatted(id, title));
    }

    /** A processor and its stores, within the frame that is open. */
    private void box(Node node) {
        frames.append("        %s[\"%s\"]\n".formatted(node(node), node.name()));
        for (var store : new TreeSet<>(((Processor) node).stores())) {
            frames.append("        %s[(\"%s\")]\n".formatted(id("store", store), store));
            arrow(node(node), "<-->", id("store", store));
        }
    }

    /** Draws the arrows that leave a node; a sink is drawn by those who write to it. */
    private void connect(Node node) {
        if (node instanceof Source source) {
            source.topicSet().stream().sorted().forEach(name -> connect(topic(name), source));
        } else if (node instanceof Processor) {
            connect(node(node), node);
        }
    }

    private void connect(String from, Node node) {
        for (var next : node.successors()) {
            arrow(from, "-->", next instanceof Sink sink ? topic(sink.topic()) : node(next));
        }
    }

    private void arrow(String from, String kind, String to) {
        arrows.append("    %s %s %s\n".formatted(from, kind, to));
    }

    private static String node(Node node) {
        return id("step", node.name());
    }

    private String topic(String name) {
        topics.add(name);
        return id("topic", name);
    }

    private static String id(String kind, String name) {
        return kind + "_" + name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
