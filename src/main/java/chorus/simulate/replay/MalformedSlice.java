package chorus.simulate.replay;

/** Input that is no slice in the Million Playlist Dataset's format; the message names file, line:column, key and what is allowed. */
public final class MalformedSlice extends RuntimeException {
    public MalformedSlice(String message) {
        super(message);
    }

    MalformedSlice(String message, Throwable cause) {
        super(message, cause);
    }
}
