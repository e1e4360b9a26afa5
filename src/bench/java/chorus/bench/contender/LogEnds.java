package chorus.bench.contender;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The ends of topics. */
public final class LogEnds {
    private LogEnds() {}

    public static List<TopicPartition> partitions(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        return IntStream.range(
                        0, described.values().iterator().next().partitions().size())
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
    }

    /** The offset after the last record of each partition, uncommitted ones and control records included. */
    public static Map<TopicPartition, Long> of(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var latest = partitions(admin, topic).stream().collect(toMap(p -> p, p -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> offset(end.getValue())));
    }

    /** Records between beginning and end of a topic, as far as offsets tell: what compaction took still counts. */
    public static long records(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var earliest = partitions(admin, topic).stream().collect(toMap(p -> p, p -> OffsetSpec.earliest()));
        var begin = admin.listOffsets(earliest).all().get().values().stream()
                .mapToLong(LogEnds::offset)
                .sum();
        return of(admin, topic).values().stream().mapToLong(end -> end).sum() - begin;
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }
}
