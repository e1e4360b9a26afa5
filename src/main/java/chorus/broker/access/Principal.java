package chorus.broker.access;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/** Whom brokers take a client for, as far as it knows itself. */
final class Principal {
    private static final Pattern USER =
            Pattern.compile("(?:^|\\s)username\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;]+))");

    private Principal() {}

    /** As ACLs name it. */
    static String of(Map<String, String> client) {
        var protocol = client.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        if (protocol.startsWith("SASL")) {
            var user = USER.matcher(client.getOrDefault(SaslConfigs.SASL_JAAS_CONFIG, ""));
            return user.find()
                    ? "User:" + first(user.group(1), user.group(2), user.group(3))
                    : "the client's principal";
        }
        return protocol.equals("SSL") && client.keySet().stream().anyMatch(key -> key.startsWith("ssl.keystore."))
                ? "the principal of the certificate in ssl.keystore"
                : "User:ANONYMOUS";
    }

    private static String first(@org.jspecify.annotations.Nullable String... groups) {
        for (var group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }
}
