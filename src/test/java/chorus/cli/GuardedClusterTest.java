package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chorus.embedded.Certificates;
import chorus.embedded.GuardedBroker;
import chorus.embedded.RegistryGuard;
import chorus.run.ChildRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command on a broker and a registry that ask who it is, by TLS: with exactly the documented rights, and without one of them. */
@Timeout(240)
class GuardedClusterTest extends OnAGuardedCluster {
    private static final Pattern METRICS = Pattern.compile("http://\\S+/metrics");

    @Test
    void withTheDocumentedRightsEveryPartWorksAndNoSecretIsShown() throws Exception {
        var shown = new StringBuilder();
        try (var stream = part("stream");
                var train = part("train");
                var simulate = part("simulate")) {
            shown.append(withAGeneration(train)).append(metrics(stream)).append(processes());
            assertThat(simulate.exitCode()).as(simulate::said).isZero();
            assertThat(train.exitCode()).as(train::said).isZero();
            assertThat(stream.isAlive()).as(stream::said).isTrue();
            stream.interrupt();
            assertThat(stream.exitCode()).as(stream::said).isEqualTo(130);
            Stream.of(stream, train, simulate).map(ChildRun::said).forEach(shown::append);
        }
        var kept = new String[] {"--data", directory.resolve("train/data").toString()};
        shown.append(asked(line("verify", broker.guarded(), client("verify"), kept), "difference: 0"));
        var counts = directory.resolve("counts.csv").toString();
        shown.append(asked(
                line("export counts", broker.guarded(), client("export"), kept[0], kept[1], "--out", counts), ""));
        shown.append(asked(
                line(
                        "campaign world",
                        broker.guarded(),
                        client("campaign"),
                        kept[0],
                        kept[1],
                        "--name",
                        "w",
                        "--patience",
                        "1"),
                "order 0 waits"));
        shown.append(asked(line("campaign list", broker.guarded(), client("campaign"), kept), "world w is there"));
        shown.append(asked(line("doctor", broker.guarded(), client("doctor"), kept), "nothing is wrong"));
        shown.append(files(directory, "stream", "train", "simulate"));
        assertThat(shown).contains("chorus_generation").doesNotContain("pssst", Certificates.PASSWORD);
    }

    private static ChildRun part(String command) throws IOException {
        var line = line(command, broker.guarded(), client(command), sets(command));
        return ChildRun.start(directory.resolve(command + ".said"), line);
    }

    private String asked(List<String> line, String answer) {
        assertThat(chorus(line)).as(said.toString(UTF_8)).isZero();
        assertThat(said.toString(UTF_8)).contains(answer);
        return said.toString(UTF_8);
    }

    private static String metrics(ChildRun part) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> METRICS.matcher(part.said()).find());
        var address = METRICS.matcher(part.said());
        assertThat(address.find()).isTrue();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address.group())).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** The page of a trainer that is in the middle of its work. */
    private static String withAGeneration(ChildRun trainer) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> metrics(trainer), page -> page.contains("chorus_generation"));
    }

    private static String processes() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse(""))
                .collect(joining("\n"));
    }

    /** All parts in one process; the credentials of the registry are in its URL. */
    @Test
    void realPlaylistsAreReplayedThere() throws Exception {
        var slices = Files.createDirectories(directory.resolve("slices"));
        Files.writeString(slices.resolve("mpd.slice.0-29.json"), slice(30));
        var other = "again-";
        topics(other);
        for (var part : List.of("simulate", "stream", "train")) {
            broker.allow(rights.under(other).of(part, "all"));
        }
        var client = client("all");
        Files.writeString(
                client, Files.readString(client).replace("registry.basic.auth.user.info=" + REGISTRY_USER, ""));
        var line = line("replay " + slices, broker.guarded(), client, sets("replay", "kafka.prefix=" + other));
        var url = line.indexOf(guard.url());
        line.set(url, guard.url(REGISTRY_USER + "@"));
        assertThat(chorus(line)).as(said.toString(UTF_8)).isZero();
        assertThat(said.toString(UTF_8) + files(directory, "replay"))
                .contains(guard.url())
                .doesNotContain("pssst");
    }

    @Test
    void aLoadTestRunsThere() throws Exception {
        var other = "load-";
        topics(other);
        for (var part : List.of("simulate", "stream", "train")) {
            broker.allow(rights.under(other).of(part, "all"));
        }
        var sets = new ArrayList<>(List.of("--out", directory.resolve("load").toString()));
        Stream.of(
                        "settings.kafka.prefix=" + other,
                        "settings.serve.port=0",
                        "settings.stream.threads=1",
                        "rate=200",
                        "warmUp=500ms",
                        "duration=2s")
                .forEach(set -> sets.addAll(List.of("--set", set)));
        var line = line("load workloads/smoke.yaml", broker.guarded(), client("all"), sets.toArray(String[]::new));
        assertThat(chorus(line)).as(said.toString(UTF_8)).isZero();
        assertThat(said.toString(UTF_8) + files(directory, "load")).doesNotContain("pssst");
    }

    private static String slice(int playlists) {
        return IntStream.range(0, playlists)
                .mapToObj(playlist -> "{\"pid\":" + playlist + ",\"tracks\":["
                        + IntStream.range(0, 8)
                                .map(place -> (playlist + place * place) % 25)
                                .mapToObj(track -> """
                                        {"track_uri":"t:%1$d","track_name":"T%1$d","artist_uri":"a:%1$d","artist_name":"A%1$d"}""".formatted(track))
                                .collect(joining(","))
                        + "]}")
                .collect(joining(",", "{\"playlists\":[", "]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate | WRITE | TOPIC            | chorus-tracks",
                "simulate | WRITE | TOPIC            | chorus-playlist-edits",
                "simulate | READ  | TOPIC            | chorus-generations",
                "train    | WRITE | TRANSACTIONAL_ID | chorus-trainer",
                "train    | READ  | TOPIC            | chorus-neighbours",
                "train    | DESCRIBE_CONFIGS | TOPIC | chorus-*",
                "stream   | READ  | TOPIC            | chorus-playlist-edits",
                "stream   | READ  | GROUP            | chorus-stream",
                "stream   | WRITE | TRANSACTIONAL_ID | chorus-stream-*",
                "stream   | CREATE| TOPIC            | chorus-stream-*",
                "verify   | READ  | TOPIC            | chorus-neighbours",
            })
    @Timeout(60)
    void aRightThatIsMissingIsNamed(String part, String operation, ResourceType type, String name) throws Exception {
        var other = part + Integer.toHexString((operation + name).hashCode()) + "-";
        topics(other);
        var missing = LeastRights.right("short", operation, type, name.replace("chorus-", other));
        var left = rights.under(other).of(part, "short").stream()
                .filter(right -> !right.equals(missing))
                .toList();
        broker.allow(left);
        var more = part.equals("verify")
                ? new String[] {"--set", "kafka.prefix=" + other}
                : sets("short-" + other, "kafka.prefix=" + other);
        assertThat(chorus(line(part, broker.guarded(), client("short"), more)))
                .as(said.toString(UTF_8))
                .isEqualTo(1);
        assertThat(told())
                .contains("User:short lacks an ACL: operation ")
                .containsPattern("operation [A-Z_, and]*" + operation)
                .contains("resource type " + type + ", name "
                        + name.replace("chorus-", other).replace("*", ""));
    }

    @Test
    void whoIsNotLetInIsToldWhy() throws Exception {
        var wrong = client("all", "pssst-not-this", REGISTRY_USER, certificates.authority());
        refused(broker.guarded(), wrong, "brokers refuse User:all: ");
        refused(broker.expired(), client("all"), "the server's certificate has expired (NotAfter: ");
        var strange = client("all", password("all"), REGISTRY_USER, certificates.stranger());
        refused(broker.guarded(), strange, "the server's certificate is not trusted: ssl.truststore.location");
        var registrar = client("all", password("all"), "registrar:pssst-wrong", certificates.authority());
        refused(broker.guarded(), registrar, "schema registry " + guard.url() + ": refuses our credentials (401)");
    }

    private void refused(String bootstrap, Path client, String why) {
        assertThat(chorus(line("doctor", bootstrap, client))).isEqualTo(1);
        var all = said.toString(UTF_8);
        assertThat(all).contains(why).doesNotContain("pssst");
    }

    @Test
    void aTokenOpensTheRegistryAndAWrongOneIsToldWithoutBeingShown() throws Exception {
        try (var bearing = RegistryGuard.forBearer(registry.url(), certificates.store("holds"), "pssst-token")) {
            topics("bearer-");
            broker.allow(rights.under("bearer-").of("simulate", "all"));
            var more = sets("bearer", "kafka.prefix=bearer-", "epochs.lag=100");
            assertThat(chorus(at(bearing, line("simulate", broker.guarded(), bearer("pssst-token"), more))))
                    .as(said.toString(UTF_8))
                    .isZero();
            assertThat(said.toString(UTF_8) + files(directory, "bearer")).doesNotContain("pssst");
            for (var wrong : List.of(bearer("pssst-other"), client("all"))) {
                assertThat(chorus(at(bearing, line("doctor", broker.guarded(), wrong))))
                        .isEqualTo(1);
                assertThat(said.toString(UTF_8))
                        .contains("schema registry " + bearing.url() + ": refuses our credentials (401)")
                        .doesNotContain("pssst");
            }
        }
    }

    private static List<String> at(RegistryGuard other, List<String> line) {
        line.set(line.indexOf(guard.url()), other.url());
        return line;
    }

    private static Path bearer(String token) throws IOException {
        var file = client("all");
        var byToken = Files.readString(file)
                .replace("registry.basic.auth.user.info=" + REGISTRY_USER, "registry.bearer.auth.token=" + token);
        return Files.writeString(file, byToken);
    }

    @Test
    void aRegistryThatIsNotTrustedOrHasExpiredIsToldWhy() throws Exception {
        try (var late = RegistryGuard.secure(registry.url(), certificates.store("expired"), REGISTRY_USER)) {
            var line = line("verify", broker.guarded(), client("verify"));
            line.set(line.indexOf(guard.url()), late.url());
            assertThat(chorus(line)).isEqualTo(1);
            assertThat(told()).contains("schema registry " + late.url() + ": the server's certificate has expired (");
        }
        var plain = line("verify", broker.plain(), client("verify"));
        plain.subList(plain.size() - 2, plain.size()).clear();
        assertThat(chorus(plain)).isEqualTo(1);
        assertThat(told()).contains("schema registry " + guard.url() + ": the server's certificate is not trusted");
        // who speaks TLS does not answer what is none: that may pass, and is waited for
        plain.addAll(List.of("--set", "kafka.patience=4s"));
        plain.set(plain.indexOf(guard.url()), guard.url("registrar:pssst@").replace("https", "http"));
        assertThat(chorus(plain)).isEqualTo(1);
        assertThat(told()).contains("schema registry http://127.0.0.1:").doesNotContain("pssst");
    }

    @Test
    void brokersMayHaveAnAddressOfIpv6() {
        assumeTrue(GuardedBroker.hasSix(), "no ::1 here");
        var line = List.of("doctor", "--bootstrap", broker.six(), "--registry", registry.url());
        assertThat(chorus(line)).isLessThanOrEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("brokers at [::1]:", "  broker 1: ")
                .doesNotContain("chorus: ");
    }

    @Test
    void aFileOfPropertiesNeedsBrokersThatItIsFor() throws IOException {
        var config = client("all").toString();
        assertThat(chorus(List.of(
                        "run",
                        "--client-config",
                        config,
                        "--out",
                        directory.resolve("none").toString())))
                .isEqualTo(2);
        assertThat(told())
                .isEqualTo("chorus: --client-config: is for brokers of others: give --bootstrap and --registry too");
        assertThat(directory.resolve("none")).doesNotExist();
    }
}
