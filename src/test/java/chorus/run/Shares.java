package chorus.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/**
 * Who reads what in a group of consumers, seen from its broker. Shares are at work once every partition has been committed
 * further than it was when they were first seen.
 */
final class Shares implements AutoCloseable {
    private final Admin admin;
    private final String group;
    private Map<String, Set<TopicPartition>> seen = Map.of();
    private Map<TopicPartition, Long> then = Map.of();

    private Shares(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    static Shares of(String bootstrap, String group) {
        return new Shares(Admin.create(Map.of("bootstrap.servers", bootstrap)), group);
    }

    /** Partitions by the member that reads them and has committed in all of them since it does; none while that is not so. */
    Map<String, Set<TopicPartition>> atWork() throws InterruptedException {
        var now = assigned();
        var committed = committed();
        if (!now.equals(seen)) {
            seen = now;
            then = committed;
        }
        var further = now.values().stream()
                .flatMap(Set::stream)
                .allMatch(partition -> committed.getOrDefault(partition, 0L) > then.getOrDefault(partition, 0L));
        return further ? now : Map.of();
    }

    private Map<String, Set<TopicPartition>> assigned() throws InterruptedException {
        try {
            var described =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            var members = new TreeMap<String, Set<TopicPartition>>();
            if (described != null && described.groupState() == GroupState.STABLE) {
                described
                        .members()
                        .forEach(member -> members.put(
                                member.clientId(), member.assignment().topicPartitions()));
            }
            return members;
        } catch (ExecutionException noGroupYet) {
            return Map.of();
        }
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException {
        try {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, at) -> offsets.put(partition, at == null ? 0 : at.offset()));
            return offsets;
        } catch (ExecutionException noGroupYet) {
            return Map.of();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
