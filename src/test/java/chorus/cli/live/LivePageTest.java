package chorus.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.SettingsText;
import chorus.experiment.Experiment;
import chorus.metrics.TopicFlows;
import chorus.metrics.TopicFlows.Flow;
import chorus.report.RunBundle;
import chorus.report.RunBundle.Known;
import chorus.retrain.Generation;
import chorus.serve.Parts;
import chorus.serve.Parts.State;
import chorus.serve.WebServer;
import chorus.simulate.SimulatedPlan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePageTest {
    private static final Settings SETTINGS = SettingsLoader.demo(List.of(
            "simulate.playlists=300",
            "simulate.epochs=3",
            "campaigns[0].budget=6",
            "evaluate.testShare=0.2",
            "serve.port=0"));

    private final Parts parts = new Parts();

    @TempDir
    private Path dir;

    @Test
    void whatTheRunHadComeToAndWhatItComesToAndHowItIsReachTheReader() throws Exception {
        var made = new ArrayList<Generation>();
        Experiment.run(SETTINGS, SimulatedPlan.draw(SETTINGS), made::add);
        var bundle = RunBundle.open(dir, SettingsText.of(SETTINGS), SETTINGS.allWorlds(), Known.NOTHING);
        var before = made.getFirst();
        bundle.add(before.row(), before.evaluations(), before.distributions());
        parts.set("run", State.READY, "RUNNING");
        try (var page = LivePage.of(SETTINGS, "test", parts);
                var client = HttpClient.newHttpClient();
                var web = WebServer.start(SETTINGS.serve(), _ -> "", parts, Optional.of(page.feed()), page.explorer());
                // a client that is closed waits for what nobody reads any more
                var told = read(client, web)) {
            page.known(bundle);
            page.wrote(1234);
            page.flows(() -> new TopicFlows(
                    new TreeMap<>(Map.of(
                            "chorus-playlist-edits", new Flow(0, 900, 34),
                            "chorus-stream-deltas-repartition", new Flow(70, 60, 0))),
                    OptionalDouble.of(5e6)));
            var events = told.iterator();
            assertThat(next(events, "run").at("/name").asText()).isEqualTo("demo");
            assertThat(generation(next(events, "generation"))).isEqualTo(0);
            page.retrained(Duration.ofMillis(1500));
            page.generation(made.get(3), 17);
            var newest = next(events, "generation");
            assertThat(generation(newest)).isEqualTo(3);
            assertThat(newest.at("/seconds/retrain").asDouble()).isEqualTo(1.5);
            var line = newest.at("/lines/1");
            var row = made.get(3).evaluations().get(1);
            assertThat(line.at("/world").asText()).isEqualTo(row.world());
            assertThat(line.at("/hits").asLong()).isEqualTo(row.effect().hits());
            assertThat(line.at("/figures/gini_tracks").asDouble())
                    .isEqualTo(row.figures().of("gini_tracks").orElseThrow());
            assertThat(line.at("/figures/lorenz_90").asDouble())
                    .isEqualTo(made.get(3)
                            .distributions()
                            .get(1)
                            .figures()
                            .of("lorenz_90")
                            .orElseThrow());
            var moment = next(events, "moment");
            assertThat(moment.at("/counts/written").asLong()).isEqualTo(1234);
            assertThat(moment.at("/gauges/lag").asDouble()).isEqualTo(34);
            assertThat(moment.at("/gauges/state").asDouble()).isEqualTo(5e6);
            assertThat(moment.at("/topics/playlist-edits/read").asLong()).isEqualTo(900);
            assertThat(moment.at("/topics/deltas-repartition/written").asLong()).isEqualTo(70);
            assertThat(moment.at("/parts/run/detail").asText()).isEqualTo("RUNNING");
            page.ended(true);
            assertThat(next(events, "ended").at("/done").asBoolean()).isTrue();
        }
    }

    @Test
    void beforeAGenerationThereIsNothingToExplore() throws InterruptedException {
        try (var page = LivePage.of(SETTINGS, "test", parts)) {
            var reply = page.explorer().reply(Map.of("seed", "1"));
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body()).startsWith("there is no generation");
        }
    }

    private static Stream<String> read(HttpClient client, WebServer web) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(web.address() + "/events"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, BodyHandlers.ofLines()).body();
    }

    private static long generation(JsonNode sheet) {
        return sheet.at("/row/generation").asLong(-1);
    }

    /** The data of the next event of a kind. */
    private static JsonNode next(Iterator<String> lines, String kind) throws IOException {
        while (!lines.next().equals("event: " + kind)) {
            // another one's
        }
        return new ObjectMapper().readTree(lines.next().substring("data: ".length()));
    }
}
