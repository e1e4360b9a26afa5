package chorus.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.embedded.BrokerChild;
import chorus.embedded.ChildJvm;
import chorus.embedded.FreePorts;
import chorus.run.outage.Relay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a run, each a process, whose broker and registry go away and come back, and who are stopped themselves. */
@Timeout(480)
class OutagesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("metrics on (http://[0-9.:]+)/metrics");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private final List<ChildRun> parts = new ArrayList<>();
    private Process server;
    private Relay brokers;
    private Relay registry;
    private Scenario scenario;

    @BeforeEach
    void serve() throws IOException {
        var ports = FreePorts.take(3);
        brokers = Relay.before(ports.get(0));
        registry = Relay.before(ports.get(1));
        var line = ChildJvm.command(List.of("-Xmx512m"), BrokerChild.class.getName());
        line.add(directory.resolve("server").toString());
        Stream.of(ports.get(0), brokers.port(), ports.get(1), ports.get(2))
                .forEach(port -> line.add(Integer.toString(port)));
        server = new ProcessBuilder(line)
                .redirectError(directory.resolve("server.log").toFile())
                .start();
        assertThat(server.inputReader(UTF_8).lines().anyMatch("ready"::equals)).isTrue();
        scenario = Scenario.small()
                .with(
                        "simulate.epochs=30",
                        "campaigns=[]",
                        "kafka.partitions=2",
                        "stream.threads=1",
                        "stream.sessionTimeout=6s",
                        "kafka.bootstrap=\"127.0.0.1:" + brokers.port() + "\"",
                        "kafka.registry=\"http://127.0.0.1:" + registry.port() + "/apis/ccompat/v7\"");
    }

    @AfterEach
    void end() throws Exception {
        freeze(false);
        for (var part : parts) {
            part.freeze(false);
            part.close();
        }
        server.outputWriter().close();
        server.waitFor();
        brokers.close();
        registry.close();
    }

    @Test
    void areSaidWhileTheyLastAndLeaveNoTraceInTheFigures() throws Exception {
        var stream = part("stream", "stream");
        var simulate = part("simulate", "simulate");
        var train = part("train", "train");
        goesOn();

        // broker and registry are away; then the broker comes back alone, which is enough
        brokers.cut();
        registry.cut();
        for (var part : parts) {
            part.until(() -> part.stands("brokers", 1) && part.stands("registry", 1));
            assertThat(ready(part)).isEqualTo(503);
        }
        brokers.restore();
        for (var part : parts) {
            part.until(() -> part.isBack("brokers", 1));
        }
        goesOn();
        registry.restore();
        stream.until(() -> stream.isBack("registry", 1) && ready(stream) == 200);

        brokers.slow(100);
        goesOn();
        brokers.restore();

        // the broker's process stands still: connections stay open, nobody answers
        freeze(true);
        for (var part : parts) {
            part.until(() -> part.stands("brokers", 2));
        }
        freeze(false);
        for (var part : parts) {
            part.until(() -> part.isBack("brokers", 2));
        }
        goesOn();

        // a part stands still for longer than its session
        stream.freeze(true);
        train.until(() -> members() == 0);
        stream.freeze(false);
        goesOn();

        assertThat(simulate.exitCode()).as(simulate::said).isZero();
        assertThat(train.exitCode()).as(train::said).isZero();
        // nobody who asks brokers keeps a part that is to end from it
        brokers.cut();
        stream.until(() -> stream.stands("brokers", 3));
        stream.interrupt();
        assertThat(stream.exitCode()).as(stream::said).isEqualTo(130);
        assertThat(stream.said()).doesNotContain("not everything closed");
        assertThat(stream.isBack("brokers", 3)).as(stream::said).isFalse();
        brokers.restore();
        requireUndisturbed("train", 31);
    }

    /** Each commit takes longer than the commit interval then; the first epoch has thousands of edits a partition all the same. */
    @Test
    void aSlowWayToTheBrokersDoesNotMakeOneEditACommit() throws Exception {
        scenario = scenario.with("simulate.epochs=1", "simulate.playlists=100");
        brokers.slow(50);
        var run = part("run", "run");
        assertThat(run.exitCode()).as(run::said).isZero();
        brokers.restore();
        requireUndisturbed("run", 2);
    }

    private ChildRun part(String command, String name) throws IOException {
        var line = new ArrayList<>(
                List.of(command, "--out", directory.resolve(name).toString()));
        scenario.sets().forEach(set -> line.addAll(List.of("--set", set)));
        var part = ChildRun.start(directory.resolve(name + ".said"), line);
        parts.add(part);
        return part;
    }

    /** Waits for one more generation. */
    private void goesOn() {
        var before = generations();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            parts.forEach(part -> assertThat(part.isAlive() || generations() > before)
                    .as(part::said)
                    .isTrue());
            return generations() > before;
        });
    }

    private static int ready(ChildRun part) throws IOException, InterruptedException {
        var address = ADDRESS.matcher(part.said());
        assertThat(address.find()).as(part::said).isTrue();
        var question =
                HttpRequest.newBuilder(URI.create(address.group(1) + "/ready")).build();
        return CLIENT.send(question, BodyHandlers.ofString()).statusCode();
    }

    /** Stops the broker's process, or lets it go on; the registry is one of its own. */
    private void freeze(boolean frozen) throws IOException, InterruptedException {
        new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", Long.toString(server.pid()))
                .start()
                .waitFor();
    }

    private int members() throws Exception {
        var group = scenario.settings().kafka().prefix() + "stream";
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + brokers.port()))) {
            var described = admin.describeConsumerGroups(List.of(group)).all().get();
            return described.values().iterator().next().members().size();
        }
    }

    private long generations() {
        return KeptRun.generations(directory.resolve("train"));
    }

    private void requireUndisturbed(String out, int generations) throws InterruptedException {
        var settings = scenario.settings();
        try (var cluster = OnAPlatform.connect(settings)) {
            UndisturbedRun.require(
                    settings, directory.resolve(out), cluster, directory.resolve("undisturbed"), generations);
        }
    }
}
