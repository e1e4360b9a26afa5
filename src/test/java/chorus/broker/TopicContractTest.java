package chorus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A topic that somebody set up otherwise is refused when a part connects, with the command that mends it. */
class TopicContractTest extends OnABroker {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "playlist-edits | cleanup.policy=compact | records of a log of record would be lost",
                "playlist-edits | retention.ms=604800000 | records of a log of record would be lost",
                "playlist-edits | retention.bytes=1000000 | records of a log of record would be lost",
                "edits-refused  | retention.ms=604800000 | records of a log of record would be lost",
                "playlist-edits | max.message.bytes=1000 | batches of up to 1048588 bytes are sent",
                "tracks         | cleanup.policy=delete  | the newest record of a key would be lost",
                "neighbours     | min.insync.replicas=2  | more than it has replicas, so nothing can be written"
            })
    void aTopicThatBreaksItsContractIsRefusedUntilItIsMended(String topic, String setting, String why)
            throws Exception {
        var name = cluster.names().prefix() + topic;
        alter(name, setting);
        assertThatThrownBy(() -> Topics.ensure(cluster, settings(PARTITIONS)))
                .isInstanceOf(BrokerFault.TopicMismatch.class)
                .hasMessageStartingWith("topic " + name + " on " + broker.bootstrap() + " has " + setting + ": " + why)
                .hasMessageContaining("kafka-configs.sh --bootstrap-server " + broker.bootstrap()
                        + " --alter --entity-type topics --entity-name " + name + " --add-config ")
                .hasMessageNotContaining("\n")
                .satisfies(fault -> alter(name, added(String.valueOf(fault.getMessage()))));
        assertThatCode(() -> Topics.ensure(cluster, settings(PARTITIONS))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"track-counts, min.compaction.lag.ms=0", "playlists, message.timestamp.type=CreateTime"})
    void whatIsMerelyUnwiseIsUsed(String topic, String setting) throws Exception {
        alter(cluster.names().prefix() + topic, setting);
        assertThatCode(() -> Topics.ensure(cluster, settings(PARTITIONS))).doesNotThrowAnyException();
    }

    /** What the command adds. */
    private static String added(String line) {
        assertThat(line).contains("--add-config ");
        return line.substring(line.indexOf("--add-config ") + "--add-config ".length());
    }

    /** Returns when the broker itself tells of it. */
    private void alter(String topic, String settings) throws ExecutionException, InterruptedException {
        var changes = Arrays.stream(settings.split(","))
                .map(setting -> setting.split("="))
                .map(each -> new AlterConfigOp(new ConfigEntry(each[0], each[1]), AlterConfigOp.OpType.SET))
                .toList();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        cluster.admin()
                .incrementalAlterConfigs(Map.of(resource, List.copyOf(changes)))
                .all()
                .get();
        await().untilAsserted(() -> assertThat(
                        cluster.admin().describeConfigs(List.of(resource)).all().get())
                .hasEntrySatisfying(resource, config -> assertThat(changes).allSatisfy(change -> assertThat(
                                config.get(change.configEntry().name()))
                        .extracting(ConfigEntry::value)
                        .isEqualTo(change.configEntry().value()))));
    }
}
