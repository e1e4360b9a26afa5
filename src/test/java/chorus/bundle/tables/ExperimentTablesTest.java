package chorus.bundle.tables;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.bundle.sheet.Sheet;
import chorus.config.Sweep;
import chorus.evaluate.amplification.Amplification;
import chorus.experiment.sweep.Findings;
import chorus.experiment.sweep.Held;
import chorus.report.Table.Kind;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTablesTest {
    private static final String CAMPAIGN = "campaigns: [{name: lift, strategy: DirLoF, alpha: 0.01, start: 1}]\n";
    private static final String STRATEGIES = "\"campaigns[0].strategy\": [{Hybrid: 5}, Random]";

    @TempDir
    Path folder;

    @Test
    void aResultHasItsVariantsValuesAndTheColumnsOfARun() throws IOException {
        var tables = tables(CAMPAIGN + "sweep: {" + STRATEGIES + ", randomSeed: [7, 8]}", 6, 3, 1, 1);
        var results = tables.results();
        assertThat(results.names())
                .startsWith(
                        "variant", "campaigns[0].strategy", "randomSeed", "seed", "fold", "strategy", "alpha_planned")
                .containsSequence("alpha_planned", "generation", "world", "campaign", "members")
                .contains("amplification_per_playlist", "gini_index_recbole");
        assertThat(results.csv().lines().skip(1).findFirst().orElseThrow())
                .startsWith("1,{Hybrid: 5},7,7,7,Hybrid(5),0.01,1,factual,lift,2,0.01,20,6,30.0,");
        assertThat(results.heads().get(results.index("randomSeed")).kind()).isEqualTo(Kind.COUNT);
        assertThat(results.heads().get(results.index("campaigns[0].strategy")).kind())
                .isEqualTo(Kind.TEXT);
    }

    /** Hits of 20 tests at α .01: an amplification is 5 times the hits. */
    @Test
    void meansHaveIntervalsAndWhatIsMoreThanChance() throws IOException {
        var means = tables(CAMPAIGN + "sweep: {" + STRATEGIES + ", randomSeed: [7, 8]}", 6, 3, 1, 1)
                .means();
        var row = means.rows().stream()
                .filter(each -> means.at(each, "measure").equals("amplification_per_playlist"))
                .findFirst()
                .orElseThrow();
        assertThat(means.at(row, "n")).isEqualTo("2");
        assertThat(means.at(row, "mean")).isEqualTo("22.5");
        // values 30 and 15: sd 15/√2, half 12.706·sd/√2
        assertThat(Double.parseDouble(means.at(row, "high")) - 22.5).isBetween(95.29, 95.30);
        assertThat(means.at(row, "random_mean")).isEqualTo("17.5");
        var random = means.rows().stream()
                .filter(each -> means.at(each, "strategy").equals("Random"))
                .findFirst()
                .orElseThrow();
        assertThat(means.at(random, "random_n")).isEmpty();
        assertThat(means.distinct("measure")).doesNotContain("interference");
    }

    @Test
    void amplificationHasTwoReadingsOfEachStrategyAndPlannedSize() throws IOException {
        var sheet = tables(CAMPAIGN + "sweep: {" + STRATEGIES + ", randomSeed: [7, 8]}", 6, 3, 1, 1)
                .amplification()
                .orElseThrow();
        assertThat(sheet.csv().lines())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo("recommender,strategy,alpha,plants,folds,mean,sd,low,high,hits,reading"),
                        row -> assertThat(row)
                                .startsWith("PooledNN,Hybrid(5),0.01,2.0,2,22.5,10.606601717798213,")
                                .endsWith(",4.5,playlist"),
                        row -> assertThat(row).isEqualTo("PooledNN,Hybrid(5),0.01,2.0,0,,,,,4.5,frequency"),
                        row -> assertThat(row).isEqualTo("PooledNN,Random,0.01,2.0,2,5.0,0.0,5.0,5.0,1.0,playlist"),
                        row -> assertThat(row).isEqualTo("PooledNN,Random,0.01,2.0,0,,,,,1.0,frequency"));
    }

    @Test
    void aBudgetIsAShareOfTheTrainingPlaylists() throws IOException {
        var sheet = tables("campaigns: [{name: lift, strategy: DirLoF, budget: 4, start: 1}]", 6)
                .amplification()
                .orElseThrow();
        // 2 members are .01 of 200 training playlists
        assertThat(sheet.csv().lines().skip(1).findFirst().orElseThrow())
                .startsWith("PooledNN,DirLoF,0.02,2.0,1,30.0,,,,6.0,");
    }

    @Test
    void whereMoreDiffersThanStrategySizeAndSeedThereIsNoAmplificationTable() throws IOException {
        var tables = tables(CAMPAIGN + "sweep: {recommend.rareBound: [1, 2], randomSeed: [7]}", 6, 3);
        assertThat(tables.amplification()).isEmpty();
        assertThat(tables.all()).extracting(Sheet::name).containsExactly("results", "means");
    }

    /** Two seeds of each placement; hits of DirLoF 2 and 4, then 6 and 6; of Random 1 and 1, then 3 and 5. */
    @Test
    void aCourseHasEveryGenerationWithItsOwnMeansAndPairs() throws IOException {
        var file = folder.resolve("some.yaml");
        var page = CAMPAIGN + "sweep: {\"campaigns[0].strategy\": [DirLoF, Random], randomSeed: [7, 8]}";
        var sweep = Sweep.load(Files.writeString(file, page), List.of());
        var findings =
                List.of(course("DirLoF", 2, 6), course("DirLoF", 4, 6), course("Random", 1, 3), course("Random", 1, 5));
        var tables = ExperimentTables.of(sweep, findings);
        assertThat(tables.all())
                .extracting(Sheet::name)
                .containsExactly("results", "means", "amplification", "course", "course_means");
        var course = tables.course().orElseThrow();
        assertThat(course.names()).isEqualTo(tables.results().names());
        assertThat(course.rows())
                .extracting(row ->
                        course.at(row, "variant") + " " + course.at(row, "generation") + " " + course.at(row, "hits"))
                .containsExactly("1 1 2", "1 2 6", "2 1 4", "2 2 6", "3 1 1", "3 2 3", "4 1 1", "4 2 5");
        var means = tables.courseMeans().orElseThrow();
        assertThat(means.heads().get(means.index("generation")).kind()).isEqualTo(Kind.COUNT);
        assertThat(means.rows().stream()
                        .filter(row -> means.at(row, "measure").equals("hits"))
                        .map(row -> String.join(
                                " ",
                                means.at(row, "strategy"),
                                means.at(row, "generation"),
                                means.at(row, "n"),
                                means.at(row, "mean"),
                                means.at(row, "random_mean"))))
                .containsExactly("DirLoF 1 2 3.0 2.0", "DirLoF 2 2 6.0 2.0", "Random 1 2 1.0 ", "Random 2 2 4.0 ");
    }

    private static Findings course(String strategy, long first, long second) {
        return new Findings(
                List.of(held(strategy, 1, first)), List.of(held(strategy, 1, first), held(strategy, 2, second)));
    }

    @Test
    void thePageShowsTheColumnsAsTheyAre() throws IOException {
        var page = Path.of("docs/experiment-bundle.md");
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.writeString(page, TablesPage.text());
        }
        assertThat(Files.readString(page))
                .as("stale: refresh with mvn test -Dtest=ExperimentTablesTest -Dchorus.refresh=true")
                .isEqualTo(TablesPage.text());
    }

    private ExperimentTables tables(String text, long... hits) throws IOException {
        var sweep = Sweep.load(Files.writeString(folder.resolve("some.yaml"), text), List.of());
        var findings = new ArrayList<Findings>();
        for (var i = 0; i < hits.length; i++) {
            var strategy = sweep.variants()
                    .get(i)
                    .settings()
                    .campaigns()
                    .getFirst()
                    .strategy()
                    .name();
            findings.add(new Findings(List.of(held(strategy, 1, hits[i])), List.of()));
        }
        return ExperimentTables.of(sweep, findings);
    }

    private static Held held(String strategy, long generation, long hits) {
        return new Held(strategy, row(generation, "factual", 2, hits), row(generation, "twin", 0, 0));
    }

    private static EvaluationRow row(long generation, String world, long members, long hits) {
        var alpha = members / 200.0;
        var per = members == 0 ? OptionalDouble.empty() : OptionalDouble.of(hits / 20.0 / alpha);
        return new EvaluationRow(
                generation,
                world,
                "lift",
                "PooledNN",
                20,
                new Effect(members, alpha, hits, 0, Figures.NONE.with(Amplification.PER_PLAYLIST, per)),
                new Figures(Map.of("ndcg", 0.3)));
    }
}
