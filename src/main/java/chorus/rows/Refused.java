package chorus.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic that could not be decoded or does not apply, kept on {@code edits-refused}.
 *
 * @param raw its value, whole up to {@link #MOST_BYTES}
 */
public record Refused(byte[] raw, String topic, int partition, long offset, String reason) {
    /** Bytes that are kept of a value: with its place beside it, it must be no larger than what a broker takes. */
    public static final int MOST_BYTES = 512 << 10;

    private static final int MOST_KEY_BYTES = 1 << 10;
    private static final int MOST_CHARACTERS = 1 << 10;

    /** The same, cut where it is too long; the reason says so then. */
    public static Refused of(byte[] raw, String topic, int partition, long offset, String reason) {
        var why = reason.substring(0, Math.min(reason.length(), MOST_CHARACTERS));
        return raw.length <= MOST_BYTES
                ? new Refused(raw, topic, partition, offset, why)
                : new Refused(
                        Arrays.copyOf(raw, MOST_BYTES),
                        topic,
                        partition,
                        offset,
                        why + " (the first " + MOST_BYTES + " of " + raw.length + " bytes are kept)");
    }

    /** The key under which a record is kept: its own, or the beginning of that. */
    public static byte @Nullable [] key(byte @Nullable [] own) {
        return own == null || own.length <= MOST_KEY_BYTES ? own : Arrays.copyOf(own, MOST_KEY_BYTES);
    }
}
