package chorus.rows;

/** A record of {@code playlist-edits} that could not be decoded or does not apply: kept whole on {@code edits-refused}. */
public record Refused(byte[] raw, String topic, int partition, long offset, String reason) {}
