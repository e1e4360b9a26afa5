package chorus.run;

import chorus.broker.Cluster;
import chorus.broker.access.Deed;
import chorus.broker.access.Refusal;

/** The topology ended by a fault; the message is one line, the cause the whole of it. */
public final class StreamFailed extends RuntimeException {

    private StreamFailed(String why, Throwable fault) {
        super("the topology failed: " + why, fault);
    }

    /** Its own topics, its group and its producers are named after its application. */
    public static StreamFailed of(Throwable fault, Cluster cluster) {
        var inside = cluster.names().application() + "-…";
        var deed = new Deed(topic -> rights(topic, cluster), inside, "READ", inside);
        return new StreamFailed(Refusal.told(cluster.access(), fault, deed).orElseGet(() -> root(fault)), fault);
    }

    private static String rights(String topic, Cluster cluster) {
        // the other topics of ours it writes, and with those of Kafka Streams it does all
        if (cluster.names().readByTopology().contains(topic)) {
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
