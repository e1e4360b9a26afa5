package chorus.serve;

import chorus.config.Settings.ServeSettings;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The process's HTTP door. */
public final class WebServer implements AutoCloseable {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;
    private final String host;

    private WebServer(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    /** Starts to serve; refuses an address that is taken or not this machine's with {@link PortFault}. */
    public static WebServer start(ServeSettings settings, Supplier<String> metrics, Parts parts) {
        var server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get("/metrics", http -> http.contentType(PROMETHEUS).result(metrics.get()));
            config.routes.get(
                    "/health", http -> tell(http, !parts.failed(), parts.failed() ? "failed" : "alive", parts));
            config.routes.get(
                    "/ready", http -> tell(http, parts.ready(), parts.ready() ? "ready" : "not ready", parts));
        });
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinException e) {
            server.stop();
            throw new PortFault(reason(settings, e), e);
        }
        return new WebServer(server, settings.host());
    }

    /** The port, also where any free one was asked for. */
    public int port() {
        return server.port();
    }

    /** Where the server answers, without a slash at the end. */
    public String address() {
        return "http://" + host + ":" + port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void tell(Context http, boolean good, String status, Parts parts) {
        http.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        http.json(new TreeMap<>(Map.of("status", status, "parts", parts.told())));
    }

    private static String reason(ServeSettings settings, Throwable fault) {
        var address = settings.host() + ":" + settings.port();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind
                    && !String.valueOf(bind.getMessage()).contains("assign")) {
                return "port " + settings.port() + " on " + settings.host()
                        + " is taken: choose another with --set serve.port=…, 0 for any free one";
            }
        }
        return "cannot serve on " + address + ": choose another with --set serve.host=… and --set serve.port=…";
    }
}
