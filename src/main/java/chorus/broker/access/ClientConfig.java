package chorus.broker.access;

import chorus.broker.access.PropertiesFile.Entry;
import chorus.config.tree.SettingsFault;
import chorus.events.registry.RegistryAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file of client properties: Kafka's own names, and those of Confluent's registry client behind {@code registry.}. It holds
 * secrets, so its values are never shown, kept or handed on but to the clients.
 */
public record ClientConfig(Map<String, String> kafka, Map<String, String> registry) {
    /** No file. */
    public static final ClientConfig NONE = new ClientConfig(Map.of(), Map.of());

    private static final String REGISTRY = "registry.";

    public ClientConfig {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /** @throws SettingsFault in one line, with the place in the file: a key that is unknown or not allowed, a wrong value */
    public static ClientConfig read(Path file) {
        var kafka = new HashMap<String, String>();
        var registry = new HashMap<String, String>();
        for (var entry : PropertiesFile.read(file)) {
            if (entry.key().startsWith(REGISTRY)) {
                var key = entry.key().substring(REGISTRY.length());
                RegistryKeys.check(entry, key);
                registry.put(key, entry.value());
            } else {
                KafkaKeys.check(entry);
                kafka.put(entry.key(), entry.value());
            }
            requireFile(entry);
        }
        KafkaKeys.checkTogether(file, kafka);
        return new ClientConfig(kafka, registry);
    }

    private static void requireFile(Entry entry) {
        if (entry.key().endsWith("store.location") && !Files.isReadable(Path.of(entry.value()))) {
            throw new SettingsFault(
                    entry.at(), entry.key(), "there is no such file, or it may not be read: " + entry.value());
        }
    }

    /** @throws chorus.events.registry.RegistryUnreachable where the registry's URL is none */
    public Access to(String bootstrap, String registryUrl) {
        return new Access(bootstrap, kafka, RegistryAccess.of(registryUrl, registry));
    }

    /** Never what is secret. */
    @Override
    public String toString() {
        return "properties of " + kafka.size() + " keys for brokers, " + registry.size() + " for the registry";
    }
}
