package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.metrics.MeterPage;
import chorus.metrics.Metered;
import chorus.metrics.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each process shows the meters that the catalogue says it does, and no more series than anyone can keep. */
@Timeout(480)
class ProcessMetersTest extends OnAPlatform {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("metrics on (http://\\S+/metrics)");
    private static final Pattern CLIENT = Pattern.compile("(?:client|thread)_id=\"[^\"]*\"");
    private static final int MOST_SERIES = 500;

    /** Listeners plant so much that there are hits, in a world for each campaign and in one with all. */
    private static final Scenario SCENARIO = Scenario.small()
            .with(
                    "worlds=each",
                    "campaigns[0].budget=40",
                    "campaigns[1].budget=40",
                    "campaigns[2]={name: kind, strategy: {Altruistic: 5}, target: {scene: 40}, budget: 5, start: 1}",
                    "evaluate.members=judged",
                    "kafka.partitions=2");

    @Test
    void showsEveryMeterOfItsPart() throws Exception {
        var scenario = here("meters", SCENARIO);
        try (var writer = start(scenario, "simulate");
                var topology = start(scenario, "stream");
                var trainer = start(scenario, "train", "--last", "99")) {
            requireMeters(Part.TOPOLOGY, topology);
            requireMeters(Part.TRAINER, trainer);
            assertThat(writer.exitCode()).as(writer::said).isZero();
        }
        // without a trainer a writer waits after its first epoch
        try (var writer = start(here("waiting", SCENARIO), "simulate")) {
            requireMeters(Part.WRITER, writer);
        }
    }

    @Test
    void showsAllOfThemWhereItIsAllParts() throws Exception {
        var scenario = here("whole", SCENARIO.with("simulate.epochs=1000"));
        try (var run = start(scenario, "run")) {
            for (var part : Part.run()) {
                requireMeters(part, run);
            }
        }
    }

    /** Altruism varies by user, so that some take part and some do not; the last round is far off. */
    private static final Scenario RATED =
            RatingScenario.SMALL.with("altruism.cost=0.1", "altruism.rounds=1000", "kafka.partitions=2");

    @Test
    void showsEveryMeterOfItsPartWhereUsersRate() throws Exception {
        var scenario = here("rated", RATED);
        try (var writer = start(scenario, "altruism simulate");
                var topology = start(scenario, "altruism stream");
                var platform = start(scenario, "altruism train")) {
            requireMeters(Part.WRITER, writer);
            requireMeters(Part.TOPOLOGY, topology);
            requireMeters(Part.PLATFORM, platform);
            // nobody shows what it is not
            assertThat(names(scrape(platform))).doesNotContain("chorus_edits_written_total", "chorus_edits");
            assertThat(names(scrape(writer))).doesNotContain("chorus_epochs_closed_total", "chorus_generations_total");
        }
    }

    @Test
    void showsAllOfThemWhereItIsAllPartsAndUsersRate() throws Exception {
        try (var run = start(here("rated-whole", RATED), "altruism run")) {
            for (var part : Part.altruismRun()) {
                requireMeters(part, run);
            }
        }
    }

    @Test
    void namesItsClientsAlikeAfterARestart() throws Exception {
        var scenario = here("again", SCENARIO);
        Set<String> before;
        try (var topology = start(scenario, "stream")) {
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(clients(topology)).hasSizeGreaterThan(5));
            before = clients(topology);
            topology.kill();
        }
        try (var topology = start(scenario.with("serve.kafkaMetrics=all"), "stream")) {
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .untilAsserted(() -> {
                        assertThat(clients(topology)).as(topology::said).containsAll(before);
                        assertThat(scrape(topology)).hasSizeGreaterThan(MOST_SERIES);
                    });
        }
    }

    private static void requireMeters(Part part, ChildRun process) {
        var wanted = Metered.all().stream()
                .filter(meter -> meter.parts().contains(part))
                .map(ProcessMetersTest::series)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wanted).isNotEmpty();
        // what is undefined at one moment may be seen at another
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(() -> {
                    var shown = scrape(process);
                    assertThat(shown).hasSizeLessThanOrEqualTo(MOST_SERIES).noneMatch(line -> line.endsWith("NaN"));
                    wanted.removeAll(names(shown));
                    assertThat(wanted).as(process::said).isEmpty();
                });
    }

    private static String series(Metered meter) {
        return MeterPage.prometheus(meter) + (meter.kind() == Metered.Kind.HISTOGRAM ? "_count" : "");
    }

    private static Set<String> names(List<String> series) {
        return series.stream().map(line -> line.split("[ {]", -1)[0]).collect(Collectors.toSet());
    }

    /** Threads and clients, by name. */
    private static Set<String> clients(ChildRun topology) {
        return scrape(topology).stream()
                .flatMap(line -> CLIENT.matcher(line).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines of /metrics that are no comments; none while the process does not serve it yet. */
    private static List<String> scrape(ChildRun process) {
        assertThat(process.isAlive()).as(process::said).isTrue();
        var addresses = ADDRESS.matcher(process.said()).results().toList();
        if (addresses.isEmpty()) {
            return List.of();
        }
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(addresses.getLast().group(1)));
            return client.send(request.build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static ChildRun start(Scenario scenario, String command, String... more) throws IOException {
        var name = scenario.settings().kafka().prefix() + command.replace(' ', '-');
        var line = new ArrayList<>(List.of(command.split(" ", -1)));
        line.addAll(List.of("--out", directory.resolve(name).toString()));
        line.addAll(List.of(more));
        scenario.sets().forEach(set -> line.addAll(List.of("--set", set)));
        return ChildRun.start(directory.resolve(name + ".said"), line);
    }
}
