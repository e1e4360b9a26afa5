package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.config.Settings;
import chorus.topology.StreamsApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Instances of the topology, each a process, that come and go while edits arrive. */
@Timeout(480)
class ScalingTest extends OnAPlatform {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int PARTITIONS = 4;
    private static final String STANDBY = "standby";
    /** Beyond this test's patience: whoever waits for its end fails. */
    private static final String LONG_SESSION = "5m";

    private final Set<String> members = new HashSet<>();
    private final List<ChildRun> started = new ArrayList<>();
    private final Scenario scenario;
    private final Settings settings;
    private final Cluster cluster;
    private final Shares shares;
    private final ArrivingEdits edits;

    /** One thread an instance, so that a member is an instance; what a killed one left undone is given up soon. */
    ScalingTest(TestInfo test) throws InterruptedException {
        var standby = test.getTags().contains(STANDBY);
        scenario = here(
                standby ? "standby" : "scaling",
                Scenario.small()
                        .with(
                                "kafka.partitions=" + PARTITIONS,
                                "stream.threads=1",
                                "stream.commitInterval=500ms",
                                "stream.transactionTimeout=10s",
                                "stream.standbyReplicas=" + (standby ? 1 : 0),
                                "stream.sessionTimeout=" + (standby ? LONG_SESSION : "10s"),
                                "evaluate.testShare=0"));
        settings = scenario.settings();
        cluster = connect(settings);
        Topics.ensure(cluster, settings.kafka());
        shares = Shares.of(platform.bootstrap(), StreamsApp.applicationId(settings));
        edits = ArrivingEdits.begin(cluster, settings);
    }

    @AfterEach
    void end() {
        started.forEach(ChildRun::close);
        edits.close();
        shares.close();
        cluster.close();
    }

    /** An instance and its name in the group. */
    private record Instance(ChildRun run, String member) {}

    @Test
    void instancesShareTheWorkHoweverTheyComeAndGoAndNothingIsLostOrCountedTwice() throws Exception {
        var first = join();
        var second = join();
        var third = join();

        first.run.interrupt();
        ends(first);
        assertThat(first.run.exitCode()).as(first.run::said).isEqualTo(130);
        second.run.kill();
        ends(second);
        var fourth = join();
        assertThat(members).containsExactlyInAnyOrder(third.member, fourth.member);

        edits.end();
        requireExact();
        assertThat(third.run.isAlive()).as(third.run::said).isTrue();
        assertThat(fourth.run.isAlive()).as(fourth.run::said).isTrue();
    }

    /** A session that is longer than the test's patience: nothing here waits for its end. */
    @Test
    @Tag(STANDBY)
    void aKilledInstanceThatIsStartedAgainHasItsTasksBackAtOnceAndStandbysTakeOver() throws Exception {
        var first = join();
        var second = join();
        var before = Map.copyOf(shares.atWork());

        second.run.kill();
        var again = start("stream-2");
        assertThat(awaitAtWork(2)).isEqualTo(members);
        assertThat(shares.atWork()).isEqualTo(before);

        first.run.interrupt();
        ends(first);
        assertThat(first.run.exitCode()).as(first.run::said).isEqualTo(130);
        var third = join();
        assertThat(members).containsExactlyInAnyOrder(second.member, third.member);

        edits.end();
        requireExact();
        assertThat(again.isAlive()).as(again::said).isTrue();
    }

    /** Starts one more instance, and waits until all of them work. */
    private Instance join() throws IOException {
        var run = start("stream-" + (started.size() + 1));
        var working = awaitAtWork(members.size() + 1);
        assertThat(working).containsAll(members);
        var newcomers = new HashSet<>(working);
        newcomers.removeAll(members);
        members.addAll(newcomers);
        return new Instance(run, newcomers.iterator().next());
    }

    private ChildRun start(String name) throws IOException {
        var place = directory.resolve(scenario.settings().kafka().prefix() + name);
        var command = new ArrayList<>(List.of("stream", "--out", place.toString()));
        scenario.sets().forEach(set -> command.addAll(List.of("--set", set)));
        var run = ChildRun.start(Path.of(place + ".said"), command);
        started.add(run);
        return run;
    }

    /** Waits for an instance's end, and until the others do its work. */
    private void ends(Instance gone) {
        await().atMost(PATIENCE).pollInterval(LOOK).untilAsserted(() -> {
            edits.goOn();
            assertThat(gone.run.isAlive()).as(gone.run::said).isFalse();
        });
        members.remove(gone.member);
        assertThat(awaitAtWork(members.size())).isEqualTo(members);
    }

    /** Waits until that many members share all partitions of both stages and commit in each, with edits left to read. */
    private Set<String> awaitAtWork(int instances) {
        return await().atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(
                        () -> {
                            edits.goOn();
                            var working = shares.atWork();
                            return isWhole(working) && edits.unread() > 0 ? working.keySet() : Set.<String>of();
                        },
                        working -> working.size() == instances);
    }

    private boolean isWhole(Map<String, Set<TopicPartition>> working) {
        return working.values().stream().mapToInt(Set::size).sum() == 2 * PARTITIONS
                && working.values().stream()
                        .allMatch(ofMember ->
                                reads(ofMember, "playlist-edits") && reads(ofMember, "stream-deltas-repartition"));
    }

    private boolean reads(Set<TopicPartition> partitions, String topic) {
        var name = settings.kafka().prefix() + topic;
        return partitions.stream().anyMatch(partition -> partition.topic().equals(name));
    }

    private void requireExact() throws InterruptedException {
        var last = edits.epochs() - 1;
        var published = PublishedCounts.read(cluster, last);
        var found = verify(settings, cluster);
        assertThat(found.first()).isEmpty();
        assertThat(found.differences()).isZero();
        assertThat(found.lastEpoch()).isEqualTo(last);
        assertThat(found.epochsCompared()).isEqualTo(edits.epochs());
        // none is held out, and no edit is of one world only
        assertThat(found.rowsCompared()).isEqualTo(published.counts(1).size());
    }
}
