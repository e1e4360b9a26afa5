package chorus.events;

/** A value's wire form and back: magic byte 0, the schema's id in the registry, Avro binary. Safe for many threads. */
public interface Codec<T> {
    byte[] encode(T value);

    /**
     * @throws UndecodableException if the bytes are no such value: the record is at fault, and stays so
     * @throws RegistryUnreachable if their schema cannot be asked for: the record may be sound
     */
    T decode(byte[] bytes);
}
