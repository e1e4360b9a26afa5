package chorus.embedded.transactions;

import java.util.Optional;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Transactions cannot be looked at, or a marker cannot be written: why, in one line, with the right that is missing. */
public final class TransactionFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    TransactionFault(String what, Throwable fault) {
        super(what + ": " + reason(fault), fault);
    }

    static String reason(Throwable fault) {
        var cause = Optional.ofNullable(fault.getCause()).orElse(fault);
        return switch (cause) {
            case ClusterAuthorizationException denied -> "the right ALTER on the cluster is missing";
            case TopicAuthorizationException denied ->
                "the right READ on " + denied.unauthorizedTopics() + " is missing";
            case TransactionalIdAuthorizationException denied ->
                "the right DESCRIBE on our transactional ids is missing";
            case GroupAuthorizationException denied ->
                "the right DESCRIBE on group " + denied.groupId() + " is missing";
            case UnsupportedVersionException old -> "the brokers are too old to tell of transactions";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
