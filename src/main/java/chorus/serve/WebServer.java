package chorus.serve;

import chorus.config.Settings.ServeSettings;
import chorus.serve.Asked.Reply;
import chorus.serve.Commands.Command;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The process's HTTP door. */
public final class WebServer implements AutoCloseable {
    private final Javalin server;
    private final String host;
    private final Optional<Feed> feed;

    private WebServer(Javalin server, String host, Optional<Feed> feed) {
        this.server = server;
        this.host = host;
        this.feed = feed;
    }

    /**
     * Starts to serve, without a page; refuses an address that is taken or not this machine's with {@link PortFault}.
     *
     * @param metrics all meters as text of a content type
     */
    public static WebServer start(ServeSettings settings, UnaryOperator<String> metrics, Parts parts) {
        return start(settings, metrics, parts, Optional.empty(), _ -> new Reply(404, "there is no page"));
    }

    /** The same with the page, for a process that takes no orders. */
    public static WebServer start(
            ServeSettings settings, UnaryOperator<String> metrics, Parts parts, Optional<Feed> feed, Asked explorer) {
        return start(settings, metrics, parts, feed, explorer, new Door(Commands.NONE, Optional.empty()));
    }

    /** @param token what must be shown with an order from another machine */
    public record Door(Commands commands, Optional<String> token) {}

    /**
     * The same with the page.
     *
     * @param feed what the page shows; empty for a process that has none
     * @param explorer continues playlists
     * @param door where orders come in
     */
    public static WebServer start(
            ServeSettings settings,
            UnaryOperator<String> metrics,
            Parts parts,
            Optional<Feed> feed,
            Asked explorer,
            Door door) {
        var site = SameSite.on(settings.host());
        return open(
                settings,
                metrics,
                parts,
                feed,
                routes -> feed.ifPresent(shown -> {
                    page(routes, "index.html", shown, site);
                    explorer(routes, explorer, site);
                    orders(routes, door, site);
                }));
    }

    /** The same with the page of rounds, on which nothing is asked and nothing is ordered. */
    public static WebServer ofRounds(ServeSettings settings, UnaryOperator<String> metrics, Parts parts, Feed rounds) {
        var site = SameSite.on(settings.host());
        return open(settings, metrics, parts, Optional.of(rounds), routes -> page(routes, "rounds.html", rounds, site));
    }

    private static WebServer open(
            ServeSettings settings,
            UnaryOperator<String> metrics,
            Parts parts,
            Optional<Feed> feed,
            Consumer<RoutesConfig> pages) {
        var server = Javalin.create(config -> {
            pages.accept(config.routes);
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get("/metrics", http -> metrics(http, metrics));
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
        return new WebServer(server, settings.host(), feed);
    }

    /** @param first the file that is shown at {@code /} */
    private static void page(RoutesConfig routes, String first, Feed feed, SameSite site) {
        var files = new PageFiles();
        for (var path : List.of("/", "/events", "/page/*", "/library/*")) {
            routes.before(path, site::require);
        }
        routes.get("/", http -> files.send(http, first));
        routes.get("/page/{name}", http -> files.send(http, http.pathParam("name")));
        routes.get("/library/{name}", http -> files.sendOfLibrary(http, http.pathParam("name")));
        routes.get("/events", new EventSender(feed)::send);
    }

    private static void explorer(RoutesConfig routes, Asked explorer, SameSite site) {
        routes.before("/continue", site::require);
        routes.get("/continue", http -> answer(http, explorer));
    }

    private static void metrics(Context http, UnaryOperator<String> metrics) {
        var type = Exposition.accepted(http.header("Accept")).contentType();
        http.contentType(type).header("Vary", "Accept").result(metrics.apply(type));
    }

    private static void orders(RoutesConfig routes, Door door, SameSite site) {
        var guard = new CommandGuard(site.loopback(), door.token());
        for (var path : List.of("/campaigns", "/campaigns/*", "/worlds", "/tracks", "/openapi.yaml")) {
            routes.before(path, site::require);
        }
        var files = new PageFiles();
        routes.get("/openapi.yaml", http -> files.send(http, "openapi.yaml"));
        routes.get("/campaigns", http -> answer(http, door.commands().list()));
        routes.get("/tracks", http -> answer(http, door.commands().find()));
        routes.post("/campaigns", http -> command(http, guard, door.commands().start(), ""));
        routes.post(
                "/campaigns/{name}/end",
                http -> command(http, guard, door.commands().end(), http.pathParam("name")));
        routes.post(
                "/campaigns/preview",
                http -> command(http, guard, door.commands().preview(), ""));
        routes.post("/worlds", http -> command(http, guard, door.commands().world(), ""));
    }

    private static void command(Context http, CommandGuard guard, Command command, String name)
            throws InterruptedException {
        guard.require(http);
        answer(http, command.reply(name, http.body()));
    }

    private static void answer(Context http, Asked asked) throws InterruptedException {
        var parameters = new TreeMap<String, String>();
        http.queryParamMap().forEach((name, values) -> parameters.put(name, values.getFirst()));
        answer(http, asked.reply(parameters));
    }

    private static void answer(Context http, Reply reply) {
        http.status(reply.status())
                .contentType(reply.status() < 300 ? "application/json" : "text/plain; charset=utf-8");
        http.result(reply.body());
    }

    /** The port, also where any free one was asked for. */
    public int port() {
        return server.port();
    }

    /** Where the server answers, without a slash at the end. */
    public String address() {
        return "http://" + host + ":" + port();
    }

    /** Readers of the page are told that it ends. */
    @Override
    public void close() {
        feed.ifPresent(Feed::close);
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
