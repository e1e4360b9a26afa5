package chorus.simulate.replay.input;

/** Files that cannot be read as playlists; the message, a line, names file, place, key and what is allowed. */
public final class MalformedInput extends RuntimeException {
    public MalformedInput(String message) {
        super(message);
    }
}
