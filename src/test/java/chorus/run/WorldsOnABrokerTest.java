package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The law of worlds over whole runs on a broker: four worlds, on one partition and one thread, and on six and three; each gives the
 * counts, digests and figures of a run with it alone beside the twin.
 */
@Timeout(480)
class WorldsOnABrokerTest extends OnAPlatform {
    private static final Map<String, String> CAMPAIGNS = Map.of("lift", "lift", "noise", "noise", "all", "lift, noise");

    @Test
    void eachOfFourWorldsIsThatOfARunWithItAloneBesideTheTwin() throws InterruptedException {
        var together = new ArrayList<Ended>();
        together.add(run("narrow", each("kafka.partitions=1", "stream.threads=1"), Pace.FULL_SPEED));
        together.add(run("wide", each("kafka.partitions=6", "stream.threads=3"), Pace.FULL_SPEED));
        assertThat(together.getFirst().evaluations())
                .isEqualTo(together.getLast().evaluations());
        var bits = List.of("twin", "lift", "noise", "all");
        for (var world : CAMPAIGNS.keySet()) {
            var alone = run("only-" + world, only(world), Pace.FULL_SPEED);
            for (var run : together) {
                same(run, bits.indexOf(world), alone, 1);
                same(run, 0, alone, 0);
                assertThat(figures(run, world)).isNotEmpty().isEqualTo(figures(alone, world));
            }
            assertThat(alone.counts().digests(1)).isNotEqualTo(alone.counts().digests(0));
        }
    }

    private static Scenario each(String... sets) {
        return Scenario.small().with("worlds=each").with(sets);
    }

    private static Scenario only(String world) {
        return Scenario.small()
                .with(
                        "kafka.partitions=2",
                        "worlds=[{name: twin}, {name: " + world + ", campaigns: [" + CAMPAIGNS.get(world) + "]}]");
    }

    private static void same(Ended one, int world, Ended other, int there) {
        assertThat(one.counts().digests(world))
                .hasSize(6)
                .isEqualTo(other.counts().digests(there));
        assertThat(one.counts().counts(world)).isEqualTo(other.counts().counts(there));
    }

    /** A world's lines of evaluations.csv, but for {@code interference}, which compares it with another world. */
    private static List<List<String>> figures(Ended run, String world) {
        var head = List.of(run.evaluations().lines().findFirst().orElseThrow().split(",", -1));
        return run.evaluations()
                .lines()
                .map(line -> new ArrayList<>(List.of(line.split(",", -1))))
                .filter(cells -> cells.get(1).equals(world))
                .map(cells -> {
                    cells.set(head.indexOf("interference"), "");
                    return List.copyOf(cells);
                })
                .toList();
    }
}
