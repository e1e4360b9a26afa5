package chorus.bench.streams;

import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What a streams application has committed of the topics that it reads, as the broker knows it. */
public record Commits(Admin admin, String bootstrap, String application) {
    private static final Duration LOOK = Duration.ofMillis(10);
    /** At most so many control records follow the last record of a partition. */
    private static final long CONTROL_RECORDS = 64;

    /** What may go wrong while one waits. */
    public interface Health {
        void check();
    }

    /** The application's repartition topics. */
    public List<String> repartitions() throws ExecutionException, InterruptedException {
        return topics("-repartition");
    }

    public List<String> changelogs() throws ExecutionException, InterruptedException {
        return topics("-changelog");
    }

    private List<String> topics(String ending) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(application + "-") && name.endsWith(ending))
                .sorted()
                .toList();
    }

    /** Returns once every record of {@code topic} is committed; the topic must not grow any more. */
    public void await(String topic, Health health) throws ExecutionException, InterruptedException {
        var last = lastRecords(topic);
        while (!reached(last)) {
            health.check();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean reached(Map<TopicPartition, Long> last) throws ExecutionException, InterruptedException {
        try {
            var committed = admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return last.entrySet().stream().allMatch(record -> {
                var offset = committed.get(record.getKey());
                return offset != null && offset.offset() > record.getValue();
            });
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    /** Offset of the last record of each partition that has one; control records are none. */
    private Map<TopicPartition, Long> lastRecords(String topic) throws ExecutionException, InterruptedException {
        var ends = LogEnds.of(admin, topic);
        var last = new HashMap<TopicPartition, Long>();
        try (var consumer = Reading.uncommitted(bootstrap)) {
            consumer.assign(ends.keySet());
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - CONTROL_RECORDS)));
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    last.put(new TopicPartition(record.topic(), record.partition()), record.offset());
                }
            }
        }
        return last;
    }
}
