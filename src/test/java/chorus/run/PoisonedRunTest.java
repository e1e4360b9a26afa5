package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.config.Settings;
import chorus.retrain.Generation;
import chorus.rows.results.GenerationRow;
import chorus.run.whole.WholeRun;
import chorus.simulate.SimulatedPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** A run on whose topics somebody writes whatever there is to write, before it begins and while it goes on. */
class PoisonedRunTest extends OnAPlatform {
    /** A record that was refused, or is to be. */
    private record Place(String topic, int partition, long offset) {}

    private final Scenario scenario = here("poisoned", Scenario.small().with("kafka.partitions=2", "stream.threads=2"));
    private final Settings settings = scenario.settings();
    private final List<Place> poisoned = new ArrayList<>();

    @Test
    void endsWithTheFiguresOfAnUndisturbedOneAndKeepsEachPoisonedRecordOnce() throws Exception {
        Path out = directory.resolve("poisoned");
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            write(Poison.before(cluster, settings));
            var site =
                    new Site(settings, cluster, new Poisoning(cluster, new KeptRun(out, settings)), System::nanoTime);
            var plan = SimulatedPlan.draw(settings);
            var whole = new WholeRun(site, plan, out.resolve("stores"), Pace.FULL_SPEED);
            assertThat(whole.run(new Stop(), stream -> {})).isTrue();
            // once more, to no purpose: whatever was kept is not kept again
            assertThat(whole.run(new Stop(), stream -> {})).isTrue();

            var verified = verify(settings, cluster);
            assertThat(verified.first()).isEmpty();
            assertThat(verified.differences()).isZero();
            assertThat(verified.epochsCompared()).isEqualTo(6);
            var kept = kept(cluster);
            assertThat(kept).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(poisoned);
        }
        assertThat(KeptRun.evaluations(out))
                .isEqualTo(AWholeRunTest.experiment(Scenario.small().settings(), "undisturbed"));
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records) {
        var config = Map.<String, Object>of("bootstrap.servers", platform.bootstrap());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                var at = producer.send(record).get();
                poisoned.add(new Place(at.topic(), at.partition(), at.offset()));
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Place> kept(Cluster cluster) {
        var places = new ArrayList<Place>();
        var config =
                Map.<String, Object>of("bootstrap.servers", platform.bootstrap(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var topic = new TopicPartition(cluster.names().refused(), 0);
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            var end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            while (consumer.position(topic) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    var refused = cluster.events().refused().decode(message.value());
                    places.add(new Place(refused.topic(), refused.partition(), refused.offset()));
                });
            }
        }
        return places;
    }

    /** Poisons all topics once the second generation is published, before the next one's epoch can end. */
    private final class Poisoning implements QuietWatch {
        private final Cluster cluster;
        private final KeptRun kept;

        Poisoning(Cluster cluster, KeptRun kept) {
            this.cluster = cluster;
            this.kept = kept;
        }

        @Override
        public void skipped(GenerationRow generation) {
            kept.skipped(generation);
        }

        @Override
        public void generation(Generation generation, long lag) {
            kept.generation(generation, lag);
            if (generation.row().generation() == 1) {
                write(Poison.during(cluster, settings));
            }
        }
    }
}
