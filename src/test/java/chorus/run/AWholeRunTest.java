package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AWholeRunTest extends OnAPlatform {
    private static final int TWIN = 0;
    private static final int FACTUAL = 1;
    private static final Map<String, Ended> RUNS = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "partitions {0}, stream threads {1}, writers {2}")
    @CsvSource({"1, 1, 1", "6, 3, 2"})
    void givesTheFileOfTheExperimentByteForByteHoweverItsWorkIsShared(int partitions, int threads, int writers)
            throws InterruptedException {
        var run = shared(partitions, threads, writers, Scenario.small(), "campaigns");
        assertThat(run.evaluations()).isEqualTo(experiment(Scenario.small().settings(), "experiment"));
        // the header; 2 worlds of generation 0 without campaigns, of 1 with one, of 2…5 with two
        assertThat(run.evaluations().lines()).hasSize(1 + 2 + 2 + 4 * 4);
    }

    @Test
    void ofSeveralWorldsGivesTheFileOfTheExperimentToo() throws InterruptedException {
        var each = Scenario.small().with("worlds=each");
        var run = shared(2, 2, 2, each, "each");
        assertThat(run.evaluations()).isEqualTo(experiment(each.settings(), "each-experiment"));
        // the header; generations 0 and 1 of twin, lift, noise and all; then two campaigns in the first and the last
        assertThat(run.evaluations().lines()).hasSize(1 + 2 * 4 + 4 * 6);
    }

    @Test
    void hasTheTwinOfARunWithoutCampaigns() throws InterruptedException {
        var with = shared(6, 3, 2, Scenario.small(), "campaigns");
        var without = shared(2, 2, 1, Scenario.small().with("campaigns=[]"), "without");
        assertThat(with.counts().digests(TWIN))
                .hasSize(6)
                .isEqualTo(without.counts().digests(FACTUAL));
        assertThat(with.counts().counts(TWIN)).isEqualTo(without.counts().counts(FACTUAL));
        assertThat(with.counts().digests(FACTUAL)).isNotEqualTo(with.counts().digests(TWIN));
        var twin = figures(without, "factual");
        assertThat(twin).hasSize(6);
        assertThat(figures(with, "counterfactual").stream().distinct().toList()).isEqualTo(twin);
    }

    @Test
    void ofACollectiveOfNobodyHasTwoEqualWorlds() throws InterruptedException {
        var nobody = Scenario.small().with("campaigns=[{name: nobody, strategy: DirLoF, budget: 0, start: 1}]");
        var run = shared(2, 2, 1, nobody, "nobody");
        assertThat(run.counts().digests(FACTUAL))
                .hasSize(6)
                .isEqualTo(run.counts().digests(TWIN));
        assertThat(run.counts().counts(FACTUAL)).isEqualTo(run.counts().counts(TWIN));
        assertThat(figures(run, "factual")).hasSize(6).isEqualTo(figures(run, "counterfactual"));
    }

    @Test
    void byTheClockEndsByItself() throws InterruptedException {
        var live = Scenario.small()
                .with("epochs.by=clock", "epochs.every=1s", "simulate.editsPerSecond=2000", "kafka.partitions=2");
        var run = run("live", live, new Pace(0, 2000));
        assertThat(run.evaluations().lines().filter(line -> line.contains(",lift,")))
                .isNotEmpty();
    }

    private static Ended shared(int partitions, int threads, int writers, Scenario scenario, String what)
            throws InterruptedException {
        var name = "%s-p%dt%dw%d".formatted(what, partitions, threads, writers);
        var known = RUNS.get(name);
        if (known != null) {
            return known;
        }
        var ended = run(
                name,
                scenario.with(
                        "kafka.partitions=" + partitions, "stream.threads=" + threads, "simulate.writers=" + writers),
                Pace.FULL_SPEED);
        RUNS.put(name, ended);
        return ended;
    }

    /** A world's lines of evaluations.csv without the names of world and campaign: generation, then all figures. */
    private static List<String> figures(Ended run, String world) {
        return run.evaluations()
                .lines()
                .filter(line -> line.split(",", -1)[1].equals(world))
                .map(line -> line.replaceFirst(",[^,]*,[^,]*,", ","))
                .toList();
    }

    /** evaluations.csv of the same settings without Kafka. */
    static String experiment(Settings settings, String name) {
        return UndisturbedRun.evaluations(settings, directory.resolve(name));
    }
}
