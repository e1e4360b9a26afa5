package chorus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What stands before a registry: TLS and basic authentication or a token, or another address. Everything else is the registry's own answer. */
public final class RegistryGuard implements AutoCloseable {
    private final HttpServer server;
    private final URI registry;
    private final String scheme;
    private final String header;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private RegistryGuard(HttpServer server, String scheme, String registry, String header) {
        this.server = server;
        this.scheme = scheme;
        this.registry = URI.create(registry);
        this.header = header;
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /**
     * By TLS, for one user.
     *
     * @param credentials user:password
     */
    public static RegistryGuard secure(String registry, Path keyStore, String credentials) throws Exception {
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        return byTls(registry, keyStore, basic);
    }

    /** By TLS, for whoever bears {@code token}. */
    public static RegistryGuard forBearer(String registry, Path keyStore, String token) throws Exception {
        return byTls(registry, keyStore, "Bearer " + token);
    }

    private static RegistryGuard byTls(String registry, Path keyStore, String header) throws Exception {
        var password = Certificates.PASSWORD.toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore.toFile(), password), password);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new RegistryGuard(server, "https", registry, header);
    }

    /** Plainly, for everybody, at another address of this machine. */
    public static RegistryGuard at(String address, String registry) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
        return new RegistryGuard(server, "http", registry, "");
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var given = exchange.getRequestHeaders().getFirst("Authorization");
            if (!header.isEmpty() && !header.equals(given)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var request = HttpRequest.newBuilder(registry.resolve(exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json");
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            answer.headers().firstValue("Content-Type").orElse("application/json"));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The base of Confluent's API behind it. */
    public String url() {
        return url("");
    }

    /** The same with {@code user:password@} in it. */
    public String url(String credentials) {
        var address = server.getAddress();
        var host = address.getAddress().getHostAddress();
        return scheme + "://" + credentials + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort()
                + registry.getPath();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
