package chorus.broker.access;

import chorus.reach.TlsFault;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** A refusal by brokers in one line: whom they refuse, and why, or the ACL that is missing. */
public final class Refusal {
    private Refusal() {}

    /** Empty where the fault is no refusal. */
    public static Optional<String> told(Access access, Throwable fault, Deed deed) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            var word = word(access, cause, deed);
            if (word.isPresent()) {
                return word;
            }
        }
        return TlsFault.told(fault);
    }

    private static Optional<String> word(Access access, Throwable cause, Deed deed) {
        return switch (cause) {
            case TopicAuthorizationException denied -> Optional.of(onTopics(access, denied.unauthorizedTopics(), deed));
            case GroupAuthorizationException denied ->
                Optional.of(lacks(access, deed.onGroup(), "GROUP", String.valueOf(denied.groupId())));
            case TransactionalIdAuthorizationException denied ->
                Optional.of(lacks(access, "WRITE", "TRANSACTIONAL_ID", deed.transactionalId()));
            case ClusterAuthorizationException denied ->
                Optional.of(lacks(access, deed.onTopic().apply(deed.topic()), "TOPIC", deed.topic()));
            case AuthenticationException refused ->
                TlsFault.told(refused)
                        .or(() -> Optional.of("brokers refuse " + access.principal() + ": " + refused.getMessage()));
            default -> Optional.empty();
        };
    }

    private static String onTopics(Access access, Collection<String> denied, Deed deed) {
        var topics = new TreeSet<>(denied.isEmpty() ? List.of(deed.topic()) : denied);
        return lacks(access, deed.onTopic().apply(topics.first()), "TOPIC", String.join(", ", topics));
    }

    private static String lacks(Access access, String operation, String type, String name) {
        return access.principal() + " lacks an ACL: operation " + operation + ", resource type " + type + ", name "
                + name + " (docs/clusters.md has all that a part needs)";
    }
}
