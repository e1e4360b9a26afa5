package chorus.broker;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a broker, told in one line. */
public abstract sealed class BrokerFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private BrokerFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No broker answers at the address. */
    public static final class Unreachable extends BrokerFault {
        private static final long serialVersionUID = 1;

        Unreachable(String bootstrap, Throwable cause) {
            super("no Kafka broker answers at " + bootstrap + ": " + reason(cause), cause);
        }
    }

    /** The broker did not take a record; what was written after the last flush is not known to be there. */
    public static final class SendFailed extends BrokerFault {
        private static final long serialVersionUID = 1;

        SendFailed(String what, Throwable cause) {
            super(what + " could not be written: " + reason(cause), cause);
        }
    }

    /** A topic is missing, or is not laid out as the settings say. */
    public static final class TopicMismatch extends BrokerFault {
        private static final long serialVersionUID = 1;

        TopicMismatch(String message) {
            super(message, null);
        }
    }

    /** The broker did not answer a question. */
    public static BrokerFault unanswered(String bootstrap, Throwable cause) {
        return new Unreachable(bootstrap, cause);
    }

    /** The innermost cause, as one line. */
    static String reason(Throwable failure) {
        var said = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof ExecutionException || cause instanceof CompletionException)) {
                var message = cause.getMessage();
                said = message == null || message.isBlank()
                        ? cause.getClass().getSimpleName()
                        : message.lines().findFirst().orElse(message);
            }
        }
        return said;
    }
}
