package chorus.broker;

import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.broker.access.Refusal;
import chorus.broker.access.Silence;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
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

        Unreachable(Access access, Throwable cause) {
            super(
                    "no Kafka broker answers at " + access.bootstrap() + ": " + reason(cause) + Silence.hint(access),
                    cause);
        }

        /** Whether to ask again may help: nobody has answered in time. */
        public boolean mayComeBack() {
            for (var cause = getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof TimeoutException || cause instanceof DisconnectException) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The brokers refuse us: who we say we are, or what we want to do; or their certificate is refused here. */
    public static final class Refused extends BrokerFault {
        private static final long serialVersionUID = 1;

        Refused(Access access, String why, Throwable cause) {
            super("brokers at " + access.bootstrap() + ": " + why, cause);
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

        public TopicMismatch(String message) {
            super(message, null);
        }
    }

    /** The log holds other records of a playlist or user than those that are to be written under the same numbers. */
    public static final class OtherCourse extends BrokerFault {
        private static final long serialVersionUID = 1;

        public OtherCourse(String topic, String of) {
            super(
                    "topic " + topic + " holds other " + of
                            + " than this run would write: it belongs to another run or other slices; name another --out or"
                            + " kafka.prefix",
                    null);
        }
    }

    /** The brokers did not answer a question, or refused it. */
    public static BrokerFault unanswered(Access access, Throwable cause, Deed deed) {
        return Refusal.told(access, cause, deed)
                .<BrokerFault>map(why -> new Refused(access, why, cause))
                .orElseGet(() -> new Unreachable(access, cause));
    }

    /** The brokers did not take {@code what}, or refused it. */
    public static BrokerFault unsent(Access access, String what, Throwable cause, Deed deed) {
        return Refusal.told(access, cause, deed)
                .<BrokerFault>map(why -> new Refused(access, what + " could not be written: " + why, cause))
                .orElseGet(() -> new SendFailed(what, cause));
    }

    /** The innermost cause, as one line. */
    public static String reason(Throwable failure) {
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
