package chorus.topology.engine;

import chorus.epochs.Home;
import org.apache.kafka.common.utils.Utils;

/** Where producers put records of a key: Kafka's default. */
public final class Homes {
    private Homes() {}

    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** One of so many partitions, as a place of records. */
    public static Home of(int partition, int partitions) {
        return new Home(partition, key -> partition(key, partitions));
    }
}
