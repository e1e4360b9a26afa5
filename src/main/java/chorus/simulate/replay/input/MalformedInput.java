package chorus.simulate.replay.input;

/** Files that cannot be read as playlists; the message, a line, names file, place, key and what is allowed. */
public sealed class MalformedInput extends RuntimeException permits NothingToRead {
    public MalformedInput(String message) {
        super(message);
    }
}
