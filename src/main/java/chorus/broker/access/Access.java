package chorus.broker.access;

import chorus.events.registry.RegistryAccess;
import chorus.reach.Shown;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where brokers and registry are, and how every client reaches them.
 *
 * @param client by Kafka's names: TLS, SASL, the connection
 */
public record Access(String bootstrap, Map<String, String> client, RegistryAccess registry) {
    public Access {
        client = Map.copyOf(client);
    }

    /** Without credentials, save those in the registry's URL. */
    public static Access plain(String bootstrap, String registryUrl) {
        return ClientConfig.NONE.to(bootstrap, registryUrl);
    }

    /** What each Kafka client is given, the address included; what it does is set over this. */
    public Map<String, Object> clients() {
        var all = new HashMap<String, Object>(client);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return all;
    }

    /** Whom the brokers take us for. */
    public String principal() {
        return Principal.of(client);
    }

    /** Never what is secret. */
    @Override
    public String toString() {
        return Shown.masked("brokers " + bootstrap + ", registry " + registry);
    }
}
