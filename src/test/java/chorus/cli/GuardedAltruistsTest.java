package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.access.Access;
import chorus.config.SettingsLoader;
import chorus.events.ratings.RatingTopics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The second simulation on a broker and a registry that ask who it is, with exactly the documented rights. */
@Timeout(240)
class GuardedAltruistsTest extends OnAGuardedCluster {
    @Test
    void altruistsRunThere() throws Exception {
        var other = "alt-";
        var options = new String[] {
            "altruism.users=100", "altruism.minorityUsers=10", "altruism.rounds=3", "kafka.prefix=" + other
        };
        try (var cluster =
                Cluster.connect(Access.plain(broker.plain(), registry.url()), other, RatingTopics.SIMULATION)) {
            Topics.ensure(
                    cluster,
                    SettingsLoader.load(Optional.empty(), List.of("kafka.prefix=" + other, "kafka.partitions=2"))
                            .kafka());
        }
        broker.allow(rights.under(other).of("altruism", "all"));
        var line = line("altruism run", broker.guarded(), client("all"), sets("altruism", options));
        assertThat(chorus(line)).as(said.toString(UTF_8)).isZero();
        assertThat(said.toString(UTF_8) + files(directory, "altruism"))
                .contains("files of the run")
                .doesNotContain("pssst");
    }
}
