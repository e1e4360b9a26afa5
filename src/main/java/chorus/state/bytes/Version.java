package chorus.state.bytes;

/** The version that stands first in what a stage stores or sends. Nothing is converted: the log of record gives all anew. */
public final class Version {
    private Version() {}

    /** Stops at bytes of another version than {@code own}; {@code what} they are. */
    public static void require(String what, int found, int own) {
        if (found != own) {
            throw new IllegalStateException(what + " of version " + found + ": this build reads " + own);
        }
    }
}
