package chorus.epochs;

import java.util.function.ToIntFunction;

/**
 * Where a record of a log lies.
 *
 * @param partitionOf where producers put records of a key
 */
public record Home(int partition, ToIntFunction<byte[]> partitionOf) {
    public boolean isOf(byte[] key) {
        return partitionOf.applyAsInt(key) == partition;
    }
}
