package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.bundle.TestFiles;
import chorus.experiment.Experiment;
import chorus.rows.results.TestRows;
import chorus.simulate.SimulatedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a run keeps of each test, and what its members have of it, is over a broker what it is in one process. */
class ListsOfARunTest extends OnAPlatform {
    private static final List<String> FILES =
            List.of("tests.csv", "tests.parquet", "lists.csv", "lists.parquet", "tracks.csv", "tracks.parquet");

    @Test
    void listsAndMembersAreThoseOfTheExperiment() throws InterruptedException, IOException {
        var scenario = Scenario.small().with("worlds=each", "evaluate.members=judged", "kafka.partitions=3");
        var run = directory.resolve("run-lists");
        var ended = run("listed", scenario, Pace.FULL_SPEED, TestFiles.in(run));

        var experiment = directory.resolve("experiment-lists");
        var kept = new KeptRun(directory.resolve("experiment"), scenario.settings());
        var told = new TreeMap<Long, List<TestRows>>();
        Experiment.run(
                scenario.settings(),
                SimulatedPlan.draw(scenario.settings()),
                generation -> kept.keep(generation.row(), generation.evaluations()),
                Optional.of(rows -> told.computeIfAbsent(rows.generation(), _ -> new ArrayList<>())
                        .add(rows)));
        told.forEach(TestFiles.in(experiment)::keepGeneration);

        assertThat(ended.evaluations()).isEqualTo(KeptRun.evaluations(directory.resolve("experiment")));
        assertThat(told).hasSize(6);
        for (var generation : told.keySet()) {
            for (var file : FILES) {
                var place = Path.of(Long.toString(generation), file);
                assertThat(run.resolve(place)).hasSameBinaryContentAs(experiment.resolve(place));
            }
        }
        assertThat(Files.readString(run.resolve("5/tracks.csv"))).contains("lift");
        var columns =
                List.of(ended.evaluations().lines().findFirst().orElseThrow().split(","));
        var figures = ended.evaluations()
                .lines()
                .filter(line -> line.startsWith("2,lift,lift,"))
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(figures).isNotEmpty().allSatisfy(line -> {
            assertThat(Double.parseDouble(line[columns.indexOf("members_ndcg")]))
                    .isGreaterThan(Double.parseDouble(line[columns.indexOf("ndcg")]));
            assertThat(line[columns.indexOf("members_loss_precision")]).isNotEmpty();
        });
    }
}
