package chorus.serve;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/**
 * Lets in whoever asks for the page by this process's own name and from no other site: else a page that somebody has open could read
 * a run by way of their browser, under a name that it makes point to this machine.
 *
 * @param loopback whether nobody else's machine can ask: then only the names of this one are right
 */
record SameSite(boolean loopback) {
    private static final Set<String> OURS = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @param host the address that is served on, by number or name */
    static SameSite on(String host) {
        try {
            return new SameSite(Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress));
        } catch (UnknownHostException e) {
            return new SameSite(false);
        }
    }

    /** @throws ForbiddenResponse in one line */
    void require(Context http) {
        var host = Objects.requireNonNullElse(http.header("Host"), "");
        if (loopback && !OURS.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new ForbiddenResponse(
                    "Host " + shown(host) + ": this is served on loopback, as 127.0.0.1 or localhost");
        }
        var origin = http.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new ForbiddenResponse("Origin " + shown(origin) + ": only this site's own page may ask");
        }
    }

    private static String shown(String header) {
        return header.length() > 100 ? header.substring(0, 100) + "…" : header;
    }
}
