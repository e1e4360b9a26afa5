package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import chorus.Needed;
import chorus.embedded.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real playlists go through the whole system; the exported counts are those of a rebuild that shares nothing with it. */
class ReplayTest {
    private static final Path SHARED = Path.of("../shared");
    private static final Path AIRPLAY = SHARED.resolve("data/airplay");
    private static final int WINDOW = 10;
    private static final String HEADER =
            "from_track,to_track,window_factual,adjacent_factual,window_counterfactual,adjacent_counterfactual";

    @TempDir
    private static Path folder;

    private static String metrics = "";

    @BeforeAll
    static void replayed() throws Exception {
        Needed.files(AIRPLAY, SHARED);
        var port = FreePorts.one();
        var replay = CompletableFuture.supplyAsync(() -> chorus(
                "replay",
                AIRPLAY.toString(),
                "--out",
                folder.resolve("run").toString(),
                "--set",
                "evaluate.testShare=0",
                "--set",
                "serve.port=" + port,
                "--set",
                "replay.fillEpochs=4"));
        metrics = metricsOnceReady(port, replay);
        assertThat(replay.join()).isZero();
    }

    @Test
    void realPlaylistsAreCountedAsARebuildCountsThem() throws Exception {
        var data = folder.resolve("run/data").toString();
        assertThat(chorus("verify", "--data", data)).isZero();
        var verified = new ByteArrayOutputStream();
        var out = new PrintStream(verified, true, UTF_8);
        assertThat(Main.run(out, out, "verify", "--data", data, "--json")).isZero();
        var found = new ObjectMapper().readTree(verified.toString(UTF_8));
        assertThat(found.get("differences").asInt()).isZero();
        assertThat(found.get("epochsCompared").asInt())
                .isEqualTo(found.get("lastEpoch").asInt() + 1);
        assertThat(found.get("rowsCompared").asLong()).isPositive();
        var file = folder.resolve("counts.csv");
        assertThat(chorus("export", "counts", "--data", data, "--out", file.toString()))
                .isZero();
        assertThat(Files.readAllLines(file)).isEqualTo(rebuilt());
    }

    @Test
    void metricsOfARunHoldKafkasOwnAndNameNoTrack() {
        assertThat(metrics).contains("kafka_stream").doesNotContain("airplay:");
    }

    @Test
    void metricsOfARunAreWellFormedInPrometheusOwnEyes() throws Exception {
        Promtool.accepts(metrics);
    }

    /** What {@code /metrics} says at the first moment at which {@code /ready} answers 200. */
    private static String metricsOnceReady(int port, CompletableFuture<Integer> run) throws Exception {
        while (!run.isDone()) {
            try {
                if (get(port, "/ready").statusCode() == 200) {
                    assertThat(get(port, "/health").statusCode()).isEqualTo(200);
                    return get(port, "/metrics").body();
                }
            } catch (IOException notYet) {
                assertThat(run).isNotCompletedExceptionally();
            }
            LockSupport.parkNanos(50_000_000);
        }
        return fail("the run ended with " + run.join() + " and never was ready");
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static int chorus(String... args) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, UTF_8);
        var code = Main.run(stream, stream, args);
        assertThat(said.toString(UTF_8)).isEmpty();
        return code;
    }

    private static List<String> rebuilt() throws IOException {
        var pairs = new TreeMap<List<String>, int[]>((a, b) -> {
            var first = a.getFirst().compareTo(b.getFirst());
            return first != 0 ? first : a.getLast().compareTo(b.getLast());
        });
        try (var slices = Files.newDirectoryStream(AIRPLAY, "mpd.slice.*.json")) {
            for (var slice : slices) {
                for (var playlist : new ObjectMapper().readTree(slice.toFile()).get("playlists")) {
                    count(playlist, pairs);
                }
            }
        }
        var lines = new ArrayList<>(List.of(HEADER));
        pairs.forEach((pair, c) ->
                lines.add(pair.getFirst() + "," + pair.getLast() + "," + c[0] + "," + c[1] + "," + c[0] + "," + c[1]));
        return lines;
    }

    private static void count(JsonNode playlist, Map<List<String>, int[]> pairs) {
        var unique = new LinkedHashSet<String>();
        playlist.get("tracks")
                .forEach(track -> unique.add(track.get("track_uri").asText()));
        var list = List.copyOf(unique);
        for (var i = 0; i < list.size(); i++) {
            for (var j = i + 1; j <= i + WINDOW && j < list.size(); j++) {
                var counts = pairs.computeIfAbsent(List.of(list.get(i), list.get(j)), pair -> new int[2]);
                counts[0]++;
                counts[1] += j == i + 1 ? 1 : 0;
            }
        }
    }
}
