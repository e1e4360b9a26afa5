package chorus.run;

import chorus.broker.Cluster;
import chorus.broker.access.Deed;
import chorus.broker.access.Refusal;
import chorus.events.Topic;
import java.util.List;

/** The topology ended by a fault; the message is one line, the cause the whole of it. */
public final class StreamFailed extends RuntimeException {
    /** What the topology reads of the topics of ours; the others of ours it writes, and those of Kafka Streams it does all with. */
    private static final List<Topic<?>> READ = List.of(Topic.EDITS, Topic.TRACKS);

    private StreamFailed(String why, Throwable fault) {
        super("the topology failed: " + why, fault);
    }

    /** @param application the topology's, which its own topics, its group and its producers are named after */
    public static StreamFailed of(Throwable fault, Cluster cluster, String application) {
        var inside = application + "-…";
        var deed = new Deed(topic -> rights(topic, cluster), inside, "READ", inside);
        return new StreamFailed(Refusal.told(cluster.access(), fault, deed).orElseGet(() -> root(fault)), fault);
    }

    private static String rights(String topic, Cluster cluster) {
        var prefix = cluster.names().prefix();
        if (READ.stream().anyMatch(read -> read.under(prefix).equals(topic))) {
            return "READ";
        }
        return cluster.names().all().contains(topic) ? "WRITE" : "CREATE, READ, WRITE and DELETE";
    }

    private static String root(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
