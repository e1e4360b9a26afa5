package chorus.embedded;

import chorus.fatal.Fatal;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/** The embedded broker has ended itself: it would have ended the whole process without a word. */
final class BrokerEnded extends Error {
    private static final long serialVersionUID = 1;

    private BrokerEnded(int status, @Nullable String message) {
        super("the embedded broker has ended itself with status " + status + (message == null ? "" : ": " + message));
    }

    /** Lets a broker of this process that wants to end it say so. */
    static void announced() {
        Exit.setExitProcedure(BrokerEnded::end);
        Exit.setHaltProcedure(BrokerEnded::end);
    }

    private static void end(int status, @Nullable String message) {
        var ended = new BrokerEnded(status, message);
        Fatal.end(ended);
        throw ended;
    }
}
