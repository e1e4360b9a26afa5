package chorus.events.registry;

import chorus.reach.Shown;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a registry is and how it is reached.
 *
 * @param url without credentials
 * @param client by Confluent's names: TLS, basic authentication, a token
 */
public record RegistryAccess(String url, Map<String, String> client) {
    static final String USER_SOURCE = "basic.auth.credentials.source";
    static final String USER = "basic.auth.user.info";
    static final String TOKEN_SOURCE = "bearer.auth.credentials.source";
    static final String TOKEN = "bearer.auth.token";
    static final String HOSTS = "ssl.endpoint.identification.algorithm";

    public RegistryAccess {
        client = Map.copyOf(client);
    }

    /**
     * Credentials in the URL are taken out of it; those of {@code client} go before them.
     *
     * @throws RegistryUnreachable where it is no URL
     */
    public static RegistryAccess of(String url, Map<String, String> client) {
        var all = new HashMap<>(client);
        credentials(url).ifPresent(user -> {
            if (!client.containsKey(USER) && !client.containsKey(TOKEN)) {
                all.put(USER, user);
            }
        });
        // the client takes credentials only from where it is told, and by itself compares no host
        if (all.containsKey(USER)) {
            all.putIfAbsent(USER_SOURCE, "USER_INFO");
        }
        if (all.containsKey(TOKEN)) {
            all.putIfAbsent(TOKEN_SOURCE, "STATIC_TOKEN");
        }
        if (url.startsWith("https:")) {
            all.putIfAbsent(HOSTS, "https");
        }
        return new RegistryAccess(Shown.bare(url), all);
    }

    private static Optional<String> credentials(String url) {
        if (url.startsWith("mock://")) {
            return Optional.empty();
        }
        try {
            var parsed = new URI(url);
            if (!String.valueOf(parsed.getScheme()).matches("https?") || parsed.getHost() == null) {
                throw RegistryUnreachable.noUrl(url);
            }
            return Optional.ofNullable(parsed.getUserInfo());
        } catch (URISyntaxException e) {
            throw RegistryUnreachable.noUrl(url);
        }
    }

    /** Whether it is told who we are. */
    boolean hasCredentials() {
        return client.containsKey(USER) || client.containsKey(TOKEN);
    }

    /** Never what is secret. */
    @Override
    public String toString() {
        return url;
    }
}
