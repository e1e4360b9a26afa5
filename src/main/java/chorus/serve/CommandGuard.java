package chorus.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in orders from nobody but this site's page and programs of whoever may give them: no other site's page can send JSON to us
 * without asking first, which is answered by nobody, and on an address that other machines reach a token is needed.
 *
 * @param token what must be shown beyond loopback; empty: nothing is let in there
 */
record CommandGuard(boolean loopback, Optional<String> token) {
    private static final int LONGEST = 64 << 10;
    private static final String BEARER = "Bearer ";
    private static final Set<String> OUR_PAGE = Set.of("same-origin", "none");

    void require(Context http) {
        var from = http.header("Sec-Fetch-Site");
        if (from != null && !OUR_PAGE.contains(from)) {
            throw refused(403, "Sec-Fetch-Site: only this site's own page may order");
        }
        if (!loopback) {
            requireToken(Objects.requireNonNullElse(http.header("Authorization"), ""));
        }
        var type = Objects.requireNonNullElse(http.contentType(), "")
                .split(";", 2)[0]
                .strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw refused(415, "Content-Type: must be application/json");
        }
        if (http.contentLength() > LONGEST || http.bodyAsBytes().length > LONGEST) {
            throw refused(413, "the body has more than " + LONGEST + " bytes");
        }
    }

    private void requireToken(String given) {
        if (token.isEmpty()) {
            throw refused(
                    403,
                    "this is served beyond loopback, where orders want a token: start the process with CHORUS_TOKEN set");
        }
        var wanted = (BEARER + token.get()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
            throw refused(401, "Authorization: must be Bearer and the token");
        }
    }

    private static HttpResponseException refused(int status, String line) {
        return new HttpResponseException(status, line, Map.of());
    }
}
