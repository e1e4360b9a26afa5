package chorus.bench.ground;

import chorus.bench.contender.RawEdit;
import chorus.bench.contender.Site;
import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.broker.Topics;
import chorus.config.Settings;
import chorus.embedded.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/** A fresh broker and registry, the topics of recorded edits on it, and the sweeping up after each contender. */
public final class Ground implements Workplace.Ending {
    private static final long LOOK_NANOS = 20_000_000;

    private final Platform platform;
    private final Admin admin;

    private Ground(Platform platform, Admin admin) {
        this.platform = platform;
        this.admin = admin;
    }

    public static Ground open(Path directory) {
        var platform = Platform.open(directory);
        return new Ground(platform, Admin.create(Map.of("bootstrap.servers", platform.bootstrap())));
    }

    public String bootstrap() {
        return platform.bootstrap();
    }

    public Admin admin() {
        return admin;
    }

    public String registry() {
        return platform.registry();
    }

    /** Writes a recording under {@code prefix}; returns the number of its edits. */
    public long fill(Recording recording, String prefix, List<String> overrides) throws InterruptedException {
        var settings = Site.settings(prefix, overrides);
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            var empty = ResumePoint.none(settings.kafka().partitions());
            try (var known = Announced.open(cluster);
                    var sink = KafkaEditSink.open(cluster, empty, known)) {
                return recording.play(sink);
            }
        }
    }

    /** Writes a recording's edits in the form {@link RawEdit}. */
    public void fillRaw(Recording recording, String prefix, List<String> overrides) {
        var settings = Site.settings(prefix, overrides);
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            try (var sink = RawSink.open(
                    bootstrap(), cluster.names().edits(), settings.kafka().partitions())) {
                recording.play(sink);
            }
        }
    }

    public Cluster connect(Settings settings) {
        return Cluster.connect(bootstrap(), registry(), settings.kafka().prefix());
    }

    /** Removes everything under {@code prefix} but the recording: what a contender wrote, its own topics and its group. */
    public void sweep(String prefix, List<String> overrides) throws InterruptedException, ExecutionException {
        var keep = Set.of(prefix + "tracks", prefix + "playlist-edits", prefix + "campaigns");
        delete(names(prefix).stream().filter(name -> !keep.contains(name)).collect(Collectors.toSet()));
        for (var group : admin.listGroups().all().get()) {
            if (group.groupId().startsWith(prefix)) {
                forget(group.groupId());
            }
        }
        var settings = Site.settings(prefix, overrides);
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
        }
    }

    /** Removes every topic under {@code prefix}. */
    public void clear(String prefix) throws InterruptedException, ExecutionException {
        delete(names(prefix));
    }

    private void delete(Set<String> topics) throws InterruptedException, ExecutionException {
        admin.deleteTopics(topics).all().get();
        while (admin.listTopics().names().get().stream().anyMatch(topics::contains)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Set<String> names(String prefix) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** A streams application leaves its members behind, who would be waited for until their session ends. */
    private void forget(String group) throws ExecutionException, InterruptedException {
        var described = admin.describeConsumerGroups(List.of(group)).all().get();
        if (described.values().stream().anyMatch(each -> !each.members().isEmpty())) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
        admin.deleteConsumerGroups(List.of(group)).all().get();
    }

    @Override
    public void close() {
        admin.close();
        platform.close();
    }
}
