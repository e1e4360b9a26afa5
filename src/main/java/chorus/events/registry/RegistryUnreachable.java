package chorus.events.registry;

import chorus.reach.Shown;
import chorus.reach.TlsFault;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** The schema registry does not answer, or not as a registry would: its URL and the reason in one line. */
public final class RegistryUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String LIKE =
            "a registry's URL is like http://host:8081 (Confluent) or " + "http://host:8080/apis/ccompat/v7 (Apicurio)";

    private RegistryUnreachable(String url, String reason, @Nullable Throwable cause) {
        super("schema registry " + Shown.masked(url) + ": " + Shown.masked(reason), cause);
    }

    static RegistryUnreachable noUrl(String url) {
        return new RegistryUnreachable(
                url,
                "must be a URL that begins with http:// or https://"
                        + (url.contains("@") ? ", letters like / and @ in a password written as %2F and %40" : "")
                        + "; " + LIKE,
                null);
    }

    /** It refused, or what answers is no registry. */
    static RegistryUnreachable answered(RegistryAccess access, RestClientException answer) {
        return new RegistryUnreachable(access.url(), told(access, answer), answer);
    }

    static RegistryUnreachable silent(RegistryAccess access, IOException silence) {
        return new RegistryUnreachable(access.url(), TlsFault.told(silence).orElseGet(() -> reason(silence)), silence);
    }

    static RegistryUnreachable because(RegistryAccess access, String reason, Throwable cause) {
        return new RegistryUnreachable(access.url(), reason, cause);
    }

    /** Whether it may only be away or starting: nothing has answered, or not yet with what a registry says. */
    public boolean mayComeBack() {
        return switch (getCause()) {
            case SocketException refused -> true;
            case SocketTimeoutException silent -> true;
            case RestClientException answered -> answered.getStatus() >= 500;
            case null, default -> false;
        };
    }

    private static String told(RegistryAccess access, RestClientException answer) {
        return switch (answer.getStatus()) {
            case 401 ->
                access.hasCredentials()
                        ? "refuses our credentials (401): registry.basic.auth.user.info or registry.bearer.auth.token in"
                                + " --client-config is wrong"
                        : "wants credentials (401): registry.basic.auth.user.info or registry.bearer.auth.token in"
                                + " --client-config";
            case 403 -> "our user may not do this (403): it must read and register schemas, see docs/clusters.md";
            default ->
                Answers.isRegistrys(answer)
                        ? reason(answer)
                        : "answers " + answer.getStatus() + ", but not as a schema registry would; " + LIKE;
        };
    }

    private static String reason(Throwable cause) {
        var message = cause.getMessage();
        if (cause.getClass().getSimpleName().equals("JsonParseException")) {
            return "answers, but not as a schema registry would; " + LIKE;
        }
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
