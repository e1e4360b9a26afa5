package chorus.serve;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The page's own files, and those of its library for charts, out of the class path: nothing is asked of any other machine. */
final class PageFiles {
    private static final String LIBRARY = "uplot";
    private static final Map<String, String> OF_LIBRARY =
            Map.of("uPlot.esm.js", "text/javascript", "uPlot.min.css", "text/css");
    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html",
            "css",
            "text/css",
            "js",
            "text/javascript",
            "svg",
            "image/svg+xml",
            "yaml",
            "application/yaml");

    private final String version = version();

    /** @param name without folders */
    void send(Context http, String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        send(http, type, name.matches("[a-z-]+\\.[a-z]+") && type != null ? "/chorus/page/" + name : "");
    }

    void sendOfLibrary(Context http, String name) {
        var type = OF_LIBRARY.get(name);
        var place = "/META-INF/resources/webjars/" + LIBRARY + "/" + version + "/dist/" + name;
        send(http, type, type == null ? "" : place);
    }

    private static void send(Context http, @Nullable String type, String place) {
        var bytes = place.isEmpty() ? null : PageFiles.class.getResourceAsStream(place);
        if (bytes == null) {
            throw new NotFoundResponse("there is no " + http.path());
        }
        http.header(
                "Content-Security-Policy",
                "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        http.header("X-Content-Type-Options", "nosniff");
        http.header("Referrer-Policy", "no-referrer");
        http.header("Cache-Control", "no-cache");
        http.contentType(type + "; charset=utf-8").result(bytes);
    }

    /** Its folder bears its version. */
    private static String version() {
        var properties = new Properties();
        try (var file =
                PageFiles.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + LIBRARY + "/pom.properties")) {
            properties.load(Objects.requireNonNull(file, "the library for charts is on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "its version");
    }
}
