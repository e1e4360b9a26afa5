package chorus.chaos;

import static java.util.stream.Collectors.toMap;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What brokers tell of groups, transactions and ends of topics, written down; what they do not tell is written down as well. */
record BrokerState(Admin admin, String group, PrintWriter out) {
    private static final long PATIENCE_SECONDS = 10;

    static void write(String bootstrap, String group, PrintWriter out) throws InterruptedException {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", 8000, "request.timeout.ms", 8000))) {
            var state = new BrokerState(admin, group, out);
            state.section(
                    "brokers",
                    () -> out.println(admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
            state.section("group " + group, state::members);
            state.section("transactions", state::transactions);
            state.section("partitions", state::partitions);
        }
    }

    @FunctionalInterface
    private interface Part {
        void write() throws Exception;
    }

    private void section(String name, Part part) throws InterruptedException {
        out.println("== " + name);
        try {
            part.write();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception untold) {
            out.println("not told: " + untold);
        }
        out.flush();
    }

    private void members() throws Exception {
        var described = admin.describeConsumerGroups(List.of(group)).all().get().values();
        for (var each : described) {
            out.println(each.groupState() + ", coordinator " + each.coordinator());
            each.members()
                    .forEach(member -> out.println("  " + member.consumerId() + " "
                            + member.assignment().topicPartitions()));
        }
    }

    private void transactions() throws Exception {
        var ids = admin.listTransactions().all().get().stream()
                .map(TransactionListing::transactionalId)
                .toList();
        admin.describeTransactions(ids).all().get().forEach((id, told) -> out.println(id + " " + told));
    }

    /** Ends as written and as committed, what the group has committed, and open transactions as the partitions' leaders tell them. */
    private void partitions() throws Exception {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        var all = new ArrayList<TopicPartition>();
        admin.describeTopics(names).allTopicNames().get().values().forEach(topic -> topic.partitions()
                .forEach(each -> {
                    if (each.leader() == null || each.leader().isEmpty()) {
                        out.println("no leader: " + topic.name() + "-" + each.partition());
                    } else {
                        all.add(new TopicPartition(topic.name(), each.partition()));
                    }
                }));
        var read = admin.listConsumerGroupOffsets(group, new ListConsumerGroupOffsetsOptions().requireStable(false))
                .partitionsToOffsetAndMetadata()
                .get();
        var written = ends(all, IsolationLevel.READ_UNCOMMITTED);
        var committed = ends(all, IsolationLevel.READ_COMMITTED);
        all.forEach(each -> out.printf(
                "%-60s written %9d committed %9d read %s%n",
                each, written.get(each), committed.get(each), read.get(each)));
        var heldBack = all.stream()
                .filter(each -> !Objects.equals(written.get(each), committed.get(each)))
                .toList();
        admin.describeProducers(heldBack).all().get().forEach((each, producers) -> producers.activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .forEach(producer -> out.println("open in " + each + ": " + producer)));
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level) throws Exception {
        var latest = partitions.stream().collect(toMap(each -> each, each -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    }
}
