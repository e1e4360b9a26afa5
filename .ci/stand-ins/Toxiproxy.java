import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands in for Toxiproxy where its image cannot be pulled: as much of its HTTP API as its Java client calls for proxies that are
 * made, switched off and on, and for the toxics latency and timeout 0, either way.
 */
public final class Toxiproxy {
    private static final Map<String, Proxy> PROXIES = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(8474), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Toxiproxy::answer);
        server.start();
    }

    private static void answer(HttpExchange http) throws IOException {
        var body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = http.getRequestURI().getPath().substring(1).split("/");
        try {
            var said = answer(http.getRequestMethod(), path, body);
            reply(http, said == null ? 404 : said.isEmpty() ? 204 : http.getRequestMethod().equals("POST") && path.length == 1 ? 201 : 200, said);
        } catch (IOException | RuntimeException failure) {
            reply(http, 500, "{\"error\":" + quoted(String.valueOf(failure)) + ",\"status\":500}");
        }
    }

    /** What is said; null where there is nothing of the kind, empty where there is nothing to say. */
    private static String answer(String method, String[] path, String body) throws IOException {
        if (path[0].equals("version")) {
            return "{\"version\":\"stand-in\"}";
        }
        if (path[0].equals("reset")) {
            PROXIES.values().forEach(proxy -> proxy.toxics.clear());
            return "";
        }
        if (!path[0].equals("proxies")) {
            return null;
        }
        if (path.length == 1) {
            if (method.equals("GET")) {
                return PROXIES.values().stream().map(p -> quoted(p.name) + ":" + p.json()).collect(Collectors.joining(",", "{", "}"));
            }
            var made = new Proxy(text(body, "name"), text(body, "listen"), text(body, "upstream"));
            PROXIES.put(made.name, made);
            return made.json();
        }
        var proxy = PROXIES.get(path[1]);
        return proxy == null ? null : of(proxy, method, path, body);
    }

    private static String of(Proxy proxy, String method, String[] path, String body) throws IOException {
        if (path.length == 2 && method.equals("DELETE")) {
            PROXIES.remove(proxy.name);
            proxy.enable(false);
            return "";
        }
        if (path.length == 2) {
            if (body.contains("\"enabled\"")) {
                proxy.enable(Pattern.compile("\"enabled\"\\s*:\\s*true").matcher(body).find());
            }
            return proxy.json();
        }
        if (method.equals("DELETE")) {
            return proxy.remove(path[3]) ? "" : null;
        }
        if (path.length == 3 && method.equals("GET")) {
            return proxy.toxics.values().stream().map(Toxic::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (path.length == 4 && method.equals("GET")) {
            var toxic = proxy.toxics.get(path[3]);
            return toxic == null ? null : toxic.json();
        }
        var name = path.length == 4 ? path[3] : text(body, "name");
        var before = proxy.toxics.get(name);
        var toxic = new Toxic(
                name,
                before == null ? text(body, "type") : before.type,
                before == null ? text(body, "stream") : before.stream,
                number(body, "latency"),
                number(body, "timeout"));
        if (!Set.of("latency", "timeout").contains(toxic.type)) {
            throw new IllegalArgumentException("this stand-in knows latency and timeout alone, not " + toxic.type);
        }
        proxy.toxics.put(name, toxic);
        return toxic.json();
    }

    /** @param timeout 0: nothing passes, nothing is closed */
    private record Toxic(String name, String type, String stream, long latency, long timeout) {
        String json() {
            return "{\"name\":%s,\"type\":%s,\"stream\":%s,\"toxicity\":1.0,\"attributes\":{%s}}"
                    .formatted(
                            quoted(name),
                            quoted(type),
                            quoted(stream),
                            type.equals("latency") ? "\"latency\":" + latency + ",\"jitter\":0" : "\"timeout\":" + timeout);
        }
    }

    private static final class Proxy {
        private final String name;
        private final int port;
        private final String upstream;
        private final Map<String, Toxic> toxics = new ConcurrentHashMap<>();
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private ServerSocket door;

        Proxy(String name, String listen, String upstream) throws IOException {
            this.name = name;
            this.upstream = upstream;
            port = Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
            enable(true);
        }

        synchronized void enable(boolean on) throws IOException {
            if (on == (door != null)) {
                return;
            }
            if (on) {
                var opened = new ServerSocket(port);
                door = opened;
                Thread.ofVirtual().start(() -> serve(opened));
            } else {
                door.close();
                door = null;
                open.forEach(Proxy::end);
            }
        }

        /** Who was muted has lost what was said meanwhile, so its connections end. */
        boolean remove(String toxic) {
            var removed = toxics.remove(toxic);
            if (removed != null && removed.type.equals("timeout")) {
                open.forEach(Proxy::end);
            }
            return removed != null;
        }

        synchronized String json() {
            return "{\"name\":%s,\"listen\":\"[::]:%d\",\"upstream\":%s,\"enabled\":%b,\"toxics\":[%s]}"
                    .formatted(
                            quoted(name),
                            port,
                            quoted(upstream),
                            door != null,
                            toxics.values().stream().map(Toxic::json).collect(Collectors.joining(",")));
        }

        private void serve(ServerSocket opened) {
            while (!opened.isClosed()) {
                try {
                    var client = opened.accept();
                    var at = upstream.lastIndexOf(':');
                    var server = new Socket(upstream.substring(0, at), Integer.parseInt(upstream.substring(at + 1)));
                    open.add(client);
                    open.add(server);
                    Thread.ofVirtual().start(() -> pass(client, server, "upstream"));
                    Thread.ofVirtual().start(() -> pass(server, client, "downstream"));
                } catch (IOException ended) {
                    // switched off, or nobody is behind: whoever asked sees an end of the connection
                }
            }
        }

        private void pass(Socket from, Socket to, String stream) {
            try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                var piece = new byte[64 * 1024];
                for (int read; (read = in.read(piece)) >= 0; ) {
                    if (delayed(stream)) {
                        out.write(piece, 0, read);
                        out.flush();
                    }
                }
            } catch (IOException | InterruptedException ended) {
                // one side is gone, and so goes the other
            } finally {
                open.remove(from);
                open.remove(to);
            }
        }

        /** Waits as the toxics of this way say; false where nothing passes. */
        private boolean delayed(String stream) throws InterruptedException {
            for (var toxic : toxics.values()) {
                if (toxic.stream.equals(stream)) {
                    if (toxic.type.equals("timeout")) {
                        return false;
                    }
                    Thread.sleep(toxic.latency);
                }
            }
            return true;
        }

        private static void end(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // it was closed already
            }
        }
    }

    private static String text(String json, String key) {
        var found = Pattern.compile(quoted(key) + "\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static long number(String json, String key) {
        var found = Pattern.compile(quoted(key) + "\\s*:\\s*(\\d+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void reply(HttpExchange http, int status, String said) throws IOException {
        var bytes = (said == null ? "{\"error\":\"not found\",\"status\":404}" : said).getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = http.getResponseBody()) {
            out.write(bytes);
        }
    }
}
