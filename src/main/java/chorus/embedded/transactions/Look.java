package chorus.embedded.transactions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * One look at a cluster's transactions (KIP-664): which are open in partitions that no coordinator lists. A single look may catch
 * one that is just ending; what two looks see alike hangs.
 *
 * @param topics which topics to look at
 */
record Look(Admin admin, Predicate<String> topics) {

    /** Open transactions whose coordinator does not list their partition, each with its transactional id, or an empty one. */
    Map<OpenTransaction, String> forgotten() throws ExecutionException, InterruptedException {
        var open = open();
        if (open.isEmpty()) {
            return Map.of();
        }
        // asked after the partitions: what a coordinator lists only later began later
        var producers = open.stream().map(OpenTransaction::producer).collect(Collectors.toSet());
        var ids = admin.listTransactions().all().get().stream()
                .filter(listing -> producers.contains(listing.producerId()))
                .collect(Collectors.toMap(TransactionListing::producerId, TransactionListing::transactionalId));
        var listed = described(ids);
        var forgotten = new HashMap<OpenTransaction, String>();
        for (var each : open) {
            var known = listed.get(each.producer());
            if (known == null || !known.topicPartitions().contains(each.partition())) {
                forgotten.put(each, ids.getOrDefault(each.producer(), ""));
            }
        }
        return forgotten;
    }

    private Map<Long, TransactionDescription> described(Map<Long, String> ids)
            throws ExecutionException, InterruptedException {
        var described = new HashMap<Long, TransactionDescription>();
        var answers = admin.describeTransactions(ids.values());
        for (var id : ids.values()) {
            try {
                var description = answers.description(id).get();
                described.put(description.producerId(), description);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TransactionalIdNotFoundException)) {
                    throw failed;
                }
            }
        }
        return described;
    }

    /** Every open transaction that some partition's leader tells. */
    Set<OpenTransaction> open() throws ExecutionException, InterruptedException {
        var open = new HashSet<OpenTransaction>();
        admin.describeProducers(heldBack())
                .all()
                .get()
                .forEach((partition, producers) -> producers.activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .forEach(producer -> open.add(OpenTransaction.of(partition, producer))));
        return open;
    }

    /** Partitions with records that readers of committed ones do not see. */
    private List<TopicPartition> heldBack() throws ExecutionException, InterruptedException {
        var latest = led().stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var committed = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        committed.all().get();
        var written = admin.listOffsets(latest);
        var heldBack = new ArrayList<TopicPartition>();
        for (var partition : latest.keySet()) {
            if (committed.partitionResult(partition).get().offset()
                    < written.partitionResult(partition).get().offset()) {
                heldBack.add(partition);
            }
        }
        return heldBack;
    }

    /** Partitions that have a leader: of the others nothing can be said now. */
    private List<TopicPartition> led() throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(topics)
                .toList();
        var led = new ArrayList<TopicPartition>();
        admin.describeTopics(names).allTopicNames().get().forEach((name, topic) -> topic.partitions().stream()
                .filter(partition ->
                        partition.leader() != null && !partition.leader().isEmpty())
                .forEach(partition -> led.add(new TopicPartition(name, partition.partition()))));
        return led;
    }
}
