package chorus.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final KafkaSettings SETTINGS = new KafkaSettings("", "", "c-", 6, (short) 3, Duration.ofMinutes(1));

    private final Contract log = of("c-playlist-edits");

    private static Contract of(String topic) {
        return Contract.all(SETTINGS).stream()
                .filter(contract -> contract.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    /** A topic as its contract creates it, but for some settings. */
    private static Found created(Contract contract, int replicas, int brokers, Map<String, String> otherwise) {
        var creation = contract.creation();
        var settings = new HashMap<>(creation.configs());
        settings.putAll(otherwise);
        return new Found(creation.name(), creation.numPartitions(), replicas, brokers, settings);
    }

    @Test
    void whatAContractCreatesItAllows() {
        assertThat(Contract.all(SETTINGS)).hasSize(10).allSatisfy(contract -> assertThat(
                        contract.breaches(created(contract, 3, 3, Map.of())))
                .isEmpty());
    }

    @Test
    void oneReplicaOnThreeBrokersIsUnwiseAndNotRefused() {
        var found = created(log, 1, 3, Map.of("min.insync.replicas", "1"));
        assertThat(log.grave(found)).isEmpty();
        assertThat(log.breaches(found))
                .extracting(Breach::told)
                .containsExactly("has 1 replica on 3 brokers: what is lost with a machine is lost"
                        + " (kafka-reassign-partitions.sh adds replicas; kafka.replication is for new topics)");
    }

    @Test
    void anAcknowledgementByOneReplicaOfThreeIsUnwise() {
        var found = created(log, 3, 3, Map.of("min.insync.replicas", "1"));
        assertThat(log.grave(found)).isEmpty();
        assertThat(log.told(log.breaches(found), "host:9092"))
                .isEqualTo("has min.insync.replicas=1: what one replica alone has taken counts as written; mend: "
                        + "kafka-configs.sh --bootstrap-server host:9092 --alter --entity-type topics --entity-name "
                        + "c-playlist-edits --add-config min.insync.replicas=2");
    }

    @Test
    void allThatIsWrongIsToldInOneLineTheGraveFirst() {
        var found = created(
                log, 3, 3, Map.of("min.insync.replicas", "1", "cleanup.policy", "compact", "retention.ms", "1"));
        assertThat(log.breaches(found))
                .extracting(Breach::mend)
                .containsExactly("cleanup.policy=delete", "retention.ms=-1", "min.insync.replicas=2");
        assertThat(log.grave(found)).hasSize(2);
    }

    @Test
    void aCodecThatSomeClientsCannotReadIsUnwise() {
        assertThat(log.breaches(created(log, 3, 3, Map.of("compression.type", "producer"))))
                .isEmpty();
        var found = created(log, 3, 3, Map.of("compression.type", "zstd"));
        assertThat(log.grave(found)).isEmpty();
        assertThat(log.breaches(found))
                .containsExactly(new Breach(
                        "has compression.type=zstd: not every client reads it", "compression.type=gzip", false));
    }
}
