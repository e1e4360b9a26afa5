package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.generations.GenerationLog;
import chorus.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** The parts of a run as processes of their own, beside a broker that none of them owns. */
class SeparateProcessesTest extends OnAPlatform {
    @Test
    void giveTheFilesOfTheExperimentAndAreExactMeanwhile() throws Exception {
        var scenario = here("parts", Scenario.small());
        var settings = scenario.settings();
        try (var cluster = connect(settings);
                var one = part(scenario, "stream", "stream-1");
                var other = part(scenario, "stream", "stream-2");
                var simulate = part(scenario, "simulate", "simulate");
                var train = part(scenario, "train", "train")) {
            requireExactMeanwhile(settings, cluster, train);
            assertThat(simulate.exitCode()).as(simulate::said).isZero();
            assertThat(train.exitCode()).as(train::said).isZero();
            assertThat(one.isAlive()).as(one::said).isTrue();
            assertThat(other.isAlive()).as(other::said).isTrue();
            one.interrupt();
            other.interrupt();
            assertThat(one.exitCode()).as(one::said).isEqualTo(130);
            assertThat(other.exitCode()).as(other::said).isEqualTo(130);
            assertThat(verify(settings, cluster).differences()).isZero();
        }
        assertThat(KeptRun.evaluations(directory.resolve("train")))
                .isEqualTo(UndisturbedRun.evaluations(settings, directory.resolve("experiment")));
        requireRoom(settings.kafka().prefix());
    }

    /** Every topic takes records of several MiB, those of Kafka Streams too: a record is refused again at each start. */
    private static void requireRoom(String prefix) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrap()))) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            assertThat(topics).extracting(ConfigResource::name).contains(prefix + "stream-pair-counts-changelog");
            assertThat(admin.describeConfigs(topics).all().get()).allSatisfy((topic, settings) -> assertThat(
                            settings.get("max.message.bytes").value())
                    .isEqualTo("16777216"));
        }
    }

    /** A recount that begins while epochs are still being written. */
    private static void requireExactMeanwhile(Settings settings, Cluster cluster, ChildRun train)
            throws InterruptedException {
        Topics.ensure(cluster, settings.kafka());
        try (var generations = GenerationLog.open(cluster)) {
            assertThat(generations.await(0, () -> !train.isAlive()))
                    .as(train::said)
                    .isTrue();
        }
        var found = verify(settings, cluster);
        assertThat(found.first()).isEmpty();
        assertThat(found.epochsCompared()).isPositive();
    }

    private static ChildRun part(Scenario scenario, String command, String name) throws IOException {
        Path out = directory.resolve(name);
        var line = new ArrayList<>(List.of(command, "--out", out.toString()));
        scenario.sets().forEach(set -> line.addAll(List.of("--set", set)));
        return ChildRun.start(directory.resolve(name + ".said"), line);
    }
}
