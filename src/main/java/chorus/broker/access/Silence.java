package chorus.broker.access;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigException;

/** What may be behind it when brokers say nothing. */
public final class Silence {
    private static final int PATIENCE_MS = 2000;

    private Silence() {}

    /** A hint for whoever speaks plainly to a listener that waits for something else; else nothing. */
    public static String hint(Access access) {
        var plain = !access.client().containsKey(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        return plain && somebodyListens(access)
                ? "; somebody listens there: if brokers ask for TLS or SASL, --client-config says how (docs/clusters.md)"
                : "";
    }

    private static boolean somebodyListens(Access access) {
        try {
            var addresses = ClientUtils.parseAndValidateAddresses(
                    List.of(access.bootstrap().split("\\s*,\\s*", -1)), ClientDnsLookup.USE_ALL_DNS_IPS);
            try (var socket = new Socket()) {
                socket.connect(addresses.getFirst(), PATIENCE_MS);
                return true;
            }
        } catch (IOException | ConfigException nobody) {
            return false;
        }
    }
}
