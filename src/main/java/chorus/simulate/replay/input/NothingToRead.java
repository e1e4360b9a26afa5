package chorus.simulate.replay.input;

/** A place that was named although no playlists can be read there: another was meant. */
public final class NothingToRead extends MalformedInput {
    public NothingToRead(String message) {
        super(message);
    }
}
