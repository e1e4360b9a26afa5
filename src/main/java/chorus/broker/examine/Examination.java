package chorus.broker.examine;

import chorus.broker.BrokerFault;
import chorus.broker.Clients;
import chorus.broker.TopicNames;
import chorus.broker.access.Access;
import chorus.broker.access.Deed;
import chorus.broker.access.Refusal;
import chorus.broker.contract.Breach;
import chorus.broker.contract.Contract;
import chorus.broker.contract.Contracts;
import chorus.config.KafkaSettings;
import chorus.events.Simulation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Brokers, topics and the streams application's group, as they are at this moment. Reads only; registers and creates nothing. */
public final class Examination implements AutoCloseable {
    private static final int CONNECT_MS = 3000;

    private final Access access;
    private final TopicNames names;
    private final List<Contract> contracts;
    private final Admin admin;

    private Examination(Access access, KafkaSettings settings, Simulation simulation, Admin admin) {
        this.access = access;
        this.names = new TopicNames(settings.prefix(), simulation);
        this.contracts = Contract.all(settings, simulation);
        this.admin = admin;
    }

    /** @throws BrokerFault.Unreachable where the address cannot be used */
    public static Examination of(Access access, KafkaSettings settings, Simulation simulation, Duration patience) {
        try {
            var admin = Admin.create(Clients.admin(access, patience));
            return new Examination(access, settings, simulation, admin);
        } catch (KafkaException unusable) {
            throw BrokerFault.unanswered(access, unusable, Deed.describing("the cluster"));
        }
    }

    /**
     * Those that the controller knows; one is wrong where the controller does not hear from it, or nobody can connect to it.
     *
     * @throws BrokerFault.Unreachable where none answers
     */
    public List<Finding> brokers() {
        try {
            var cluster = described();
            var controller = cluster.controller().get();
            return cluster.nodes().get().stream()
                    .sorted(Comparator.comparingInt(Node::id))
                    .map(node -> broker(node, controller != null && node.id() == controller.id()))
                    .toList();
        } catch (ExecutionException silent) {
            throw BrokerFault.unanswered(access, silent, Deed.describing("the cluster"));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** With those that the controller has fenced, where it is new enough to tell of them. */
    private DescribeClusterResult described() throws ExecutionException, InterruptedException {
        var all = admin.describeCluster(new DescribeClusterOptions().includeFencedBrokers(true));
        try {
            all.nodes().get();
            return all;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnsupportedVersionException) {
                return admin.describeCluster();
            }
            throw refused;
        }
    }

    private static Finding broker(Node node, boolean controls) {
        var subject = "broker " + node.idString();
        var address = node.host() + ":" + node.port();
        if (node.isFenced()) {
            return Finding.wrong(subject, address + " is down: the controller does not hear from it");
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(node.host(), node.port()), CONNECT_MS);
            return Finding.good(subject, address + (controls ? ", controller" : ""));
        } catch (IOException refused) {
            return Finding.wrong(subject, address + " does not answer: " + BrokerFault.reason(refused));
        }
    }

    /**
     * Our topics: which are missing, have partitions without a leader, replicas that are out of sync, or are otherwise than their
     * contract says. What is merely unwise is wrong too.
     */
    public List<Finding> topics() {
        var described = admin.describeTopics(names.all()).topicNameValues();
        var findings = new ArrayList<Finding>();
        for (var contract : contracts) {
            var name = contract.topic();
            var topic = described.get(name);
            if (topic != null) {
                findings.add(answer("topic " + name, Deed.examining(name), () -> topic(contract, topic.get())));
            }
        }
        return findings;
    }

    private Finding topic(Contract contract, TopicDescription topic) throws ExecutionException, InterruptedException {
        var leaderless = numbers(topic.partitions().stream()
                .filter(partition ->
                        partition.leader() == null || partition.leader().isEmpty())
                .toList());
        var behind = numbers(topic.partitions().stream()
                .filter(partition ->
                        partition.isr().size() < partition.replicas().size())
                .toList());
        var found = Contracts.found(admin, List.of(contract)).get(contract.topic());
        var breaches = found == null ? List.<Breach>of() : contract.breaches(found);
        var replicas = topic.partitions().getFirst().replicas().size();
        var told = topic.partitions().size() + " partitions, " + replicas + " replicas"
                + (found == null ? "" : ", " + contract.state(found))
                + (leaderless.isEmpty() ? "" : "; without a leader: " + leaderless)
                + (behind.isEmpty() ? "" : "; not all replicas in sync: " + behind)
                + (breaches.isEmpty() ? "" : "; " + contract.told(breaches, access.bootstrap()));
        return new Finding(
                "topic " + contract.topic(), told, !leaderless.isEmpty() || !behind.isEmpty() || !breaches.isEmpty());
    }

    private static List<Integer> numbers(List<TopicPartitionInfo> partitions) {
        return partitions.stream().map(TopicPartitionInfo::partition).toList();
    }

    /** The group of the topology's instances: state, members, and what of the log is not committed. */
    public Finding group() {
        var group = names.application();
        return answer("group " + group, Deed.describing(names.log()), () -> {
            var description = admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group);
            if (description == null) {
                return Finding.good("group " + group, "unknown");
            }
            var found = description.get();
            var lag = lag(group);
            var told =
                    found.groupState() + ", " + found.members().size() + " members, " + lag + " records not committed";
            var abandoned = found.groupState() == GroupState.EMPTY && lag > 0;
            return new Finding("group " + group, told + (abandoned ? ": no instance runs" : ""), abandoned);
        });
    }

    private long lag(String group) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var topic = admin.describeTopics(List.of(names.log()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next();
        var lag = 0L;
        for (var info : topic.partitions()) {
            var partition = new TopicPartition(topic.name(), info.partition());
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            var done = committed.get(partition);
            lag += end - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    @FunctionalInterface
    private interface Question {
        Finding ask() throws ExecutionException, InterruptedException;
    }

    /** Its answer; what cannot be learned is a finding too. */
    private Finding answer(String subject, Deed deed, Question question) {
        try {
            return question.ask();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
                return Finding.wrong(subject, "does not exist");
            }
            if (refused.getCause() instanceof GroupIdNotFoundException) {
                return Finding.good(subject, "none yet");
            }
            return Finding.wrong(
                    subject, Refusal.told(access, refused, deed).orElseGet(() -> BrokerFault.reason(refused)));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
