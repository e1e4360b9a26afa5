package chorus.broker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Keys as Kafka's own serializers write them: big-endian numbers, UTF-8 text. The reserved keys of marks are negative. */
public final class Keys {
    private Keys() {}

    public static byte[] of(long key) {
        return ByteBuffer.allocate(Long.BYTES).putLong(key).array();
    }

    public static byte[] of(int key) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
    }

    public static byte[] of(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    public static long asLong(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    public static int asInt(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    /** The partition in which Kafka's producers put records of the key. */
    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    public static boolean isMark(byte[] key) {
        return key.length > 0 && key[0] < 0;
    }
}
