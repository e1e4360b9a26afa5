package chorus.broker.access;

import chorus.broker.access.PropertiesFile.Entry;
import chorus.config.tree.NearestWord;
import chorus.config.tree.SettingsFault;
import java.util.ArrayList;
import java.util.List;

/** Which properties of Confluent's registry client may be given, behind {@code registry.}. */
final class RegistryKeys {
    private static final String USER_SOURCE = "basic.auth.credentials.source";
    private static final String TOKEN_SOURCE = "bearer.auth.credentials.source";
    private static final String USER = "basic.auth.user.info";

    private static final List<String> ALLOWED = allowed();

    private RegistryKeys() {}

    private static List<String> allowed() {
        var all = new ArrayList<>(List.of(
                USER_SOURCE,
                USER,
                TOKEN_SOURCE,
                "bearer.auth.token",
                "bearer.auth.logical.cluster",
                "bearer.auth.identity.pool.id",
                "proxy.host",
                "proxy.port"));
        all.addAll(KafkaKeys.tls());
        return List.copyOf(all);
    }

    /** @param key without the prefix */
    static void check(Entry entry, String key) {
        if (!ALLOWED.contains(key)) {
            throw new SettingsFault(entry.at(), entry.key(), unknown(key));
        }
        switch (key) {
            case USER_SOURCE -> requireOne(entry, "USER_INFO");
            case TOKEN_SOURCE -> requireOne(entry, "STATIC_TOKEN");
            case USER -> {
                if (!entry.value().contains(":")) {
                    throw new SettingsFault(entry.at(), entry.key(), "must read user:password");
                }
            }
            case "proxy.port" -> {
                if (!entry.value().matches("\\d{1,5}")) {
                    throw new SettingsFault(entry.at(), entry.key(), "must be a port");
                }
            }
            default -> {}
        }
    }

    private static void requireOne(Entry entry, String only) {
        if (!entry.value().equals(only)) {
            throw new SettingsFault(entry.at(), entry.key(), "must be " + only);
        }
    }

    private static String unknown(String key) {
        return "unknown property; "
                + NearestWord.of(key, ALLOWED).stream()
                        .findFirst()
                        .map(meant -> "did you mean registry." + meant + "?")
                        .orElseGet(() -> "allowed are registry.basic.auth.user.info, registry.bearer.auth.token, "
                                + "registry.proxy.host, registry.proxy.port and registry.ssl.… as Kafka's ssl.…");
    }
}
