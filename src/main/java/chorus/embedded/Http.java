package chorus.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asking a child over HTTP whether it serves. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 900;
    private static final long BETWEEN_ATTEMPTS_MS = 100;

    private Http() {}

    static boolean ok(String url) {
        try (var client = client()) {
            return answersOk(client, HttpRequest.newBuilder(URI.create(url)));
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns when {@code url} answers 200; fails when {@code child} ends first, or after some 90 seconds. */
    static void awaitOk(String url, Process child, String what) throws InterruptedException {
        await(() -> ok(url), url, child, what);
    }

    private static void await(BooleanSupplier done, String url, Process child, String what)
            throws InterruptedException {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (done.getAsBoolean()) {
                return;
            }
            if (child.waitFor(BETWEEN_ATTEMPTS_MS, TimeUnit.MILLISECONDS)) {
                throw new PlatformFailure(what + ": ended before it served");
            }
        }
        throw new PlatformFailure(what + ": does not answer at " + url);
    }

    /** Between two looks at another process, which is no child: nothing of it can be waited on. */
    static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("interrupted");
        }
    }

    /** Returns when {@code json} is accepted, as patiently as {@link #awaitOk}: a machine may be busy; fails where it is refused. */
    static void awaitPut(String url, String json, Process child, String what) throws InterruptedException {
        await(() -> isPut(url, json), url, child, what);
    }

    /** False where nobody answers. */
    private static boolean isPut(String url, String json) {
        try (var client = client()) {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .PUT(BodyPublishers.ofString(json));
            if (!answersOk(client, request)) {
                throw new PlatformFailure(url + " refused " + json);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    private static boolean answersOk(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("interrupted", e);
        }
    }
}
