package chorus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.SettingsLoader;
import chorus.run.ChildRun;
import chorus.run.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns on command over HTTP, to a run that goes. */
@Timeout(300)
class OrdersOverHttpTest {
    private static final Pattern PAGE = Pattern.compile("watch it at (http://\\S+/)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LATE = "{\"campaign\": \"late\", \"strategy\": {\"InsertAt\": 0}, \"budget\": 9,"
            + " \"target\": {\"new\": \"a\\/b\"}, \"world\": \"mine\"}";

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private String page = "";

    @Test
    void aCampaignIsLookedAtStartedToldOfAndEnded() throws Exception {
        var command =
                new ArrayList<>(List.of("run", "--out", directory.resolve("out").toString()));
        Scenario.small()
                .with("simulate.epochs=400", "simulate.changePerEpoch=0.01", "worlds=each", "spareWorlds=1")
                .sets()
                .forEach(set -> command.addAll(List.of("--set", set)));
        try (var run = ChildRun.start(directory.resolve("said"), command)) {
            await().atMost(PATIENCE)
                    .until(() -> run.said().contains("generation")
                            || run.said().lines().anyMatch(line -> line.matches(" +1 .*")));
            var found = PAGE.matcher(run.said());
            assertThat(found.find()).isTrue();
            page = found.group(1);
            refusals();
            refusalsOfANewWorld();
            preview(inANew("mine"));
            assertThat(told().get("orders")).isEmpty();
            assertThat(post("worlds", "{\"world\": \"mine\"}").statusCode()).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> state(0).equals("accepted"));
            preview(post("campaigns/preview", LATE));
            assertThat(inANew("mine").body()).isEqualTo("newWorld = mine: is there already");
            assertThat(inANew("more").body())
                    .isEqualTo("newWorld = more: no world is spare; spareWorlds = 1 in the settings of the run");
            assertThat(told().get("orders")).hasSize(1);
            assertThat(post("campaigns", LATE).body()).isEqualTo("{\"order\":1}");
            await().atMost(PATIENCE).until(() -> state(1).equals("accepted"));
            assertThat(post("campaigns", LATE).statusCode()).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> state(2).equals("refused"));
            assertThat(told().get("orders").get(2).get("reason").asText())
                    .isEqualTo("campaign = late: there is one of that name");
            // it can be ended from the epoch after its start on
            var start = told().get("orders").get(1).get("epoch").asLong();
            await().atMost(PATIENCE)
                    .until(() -> run.said().lines().anyMatch(line -> line.matches(" +" + start + " .*")));
            assertThat(post("campaigns/late/end", "").statusCode()).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> state(3).equals("accepted"));
            assertThat(told().get("spareWorlds").asInt()).isZero();
            assertThat(told().get("campaigns").findValuesAsText("ends").getLast())
                    .contains("plants: back");
            run.interrupt();
            assertThat(run.exitCode()).as(run::said).isEqualTo(130);
        }
        var orders = SettingsLoader.load(
                        Optional.empty(),
                        Optional.of(directory.resolve("out/orders.yaml")),
                        Scenario.small().sets())
                .orders();
        assertThat(orders).extracting(OrderSettings::order).hasSize(3).first().isEqualTo(new Order.AddWorld("mine"));
    }

    private void refusals() throws Exception {
        assertThat(post("campaigns", "{\"campaign\": \"x\"}").body())
                .isEqualTo("body: strategy: must be given: order Start");
        assertThat(post("campaigns", "{").statusCode()).isEqualTo(400);
        assertThat(post("campaigns", "{\"epoch\": 3}").body()).isEqualTo("body: epoch: is not for the body to say");
        assertThat(post("campaigns/preview", LATE).body()).startsWith("world = mine: there is no such world");
        assertThat(post("campaigns", LATE.replace("world", "newWorld")).body())
                .isEqualTo("body:1: newWorld: unknown setting; did you mean world?");
    }

    /** What could not be ordered cannot be looked at. */
    private void refusalsOfANewWorld() throws Exception {
        assertThat(inANew("a b").body())
                .isEqualTo("body:1: newWorld = a b: letters, digits, '-' and '_' are allowed, at most 100");
        assertThat(inANew("twin").body()).isEqualTo("newWorld = twin: is there already");
        assertThat(inANew("other").body()).startsWith("world = mine: there is no such world");
    }

    private HttpResponse<String> inANew(String world) throws Exception {
        return post("campaigns/preview", LATE.replaceFirst("\\{", "{\"newWorld\": \"" + world + "\", "));
    }

    /** At the very front of five playlists. */
    private static void preview(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var preview = new ObjectMapper().readTree(answer.body());
        assertThat(preview.get("members").asInt()).isEqualTo(9);
        assertThat(preview.get("world").asText()).isEqualTo("mine");
        assertThat(preview.get("examples")).hasSize(5).allSatisfy(example -> {
            assertThat(example.get("index").asInt()).isZero();
            assertThat(example.get("tracks").size()).isGreaterThan(20);
        });
    }

    private String state(int order) throws Exception {
        return told().path("orders").path(order).path("state").asText();
    }

    private JsonNode told() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(page + "campaigns")).build();
        return new ObjectMapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
