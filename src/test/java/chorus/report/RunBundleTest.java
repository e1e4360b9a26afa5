package chorus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.report.RunBundle.Known;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBundleTest {
    private static final String HEADER =
            "generation,world,campaign,members,alpha,test_playlists,hits,amplification_per_playlist,"
                    + "amplification_per_frequency,ndcg,r_precision,r_precision_artists,clicks,gini_tracks,gini_artists,"
                    + "arp,aplt,coverage,precision,recall,success_rate,success_rate_anchor_in_seed,"
                    + "success_rate_anchor_in_twin,lorenz_top10_tracks,lorenz_top10_artists,entropy,twin_hits,recommender,"
                    + "interference,success_rate_rare_seed,rare_seed_share,amplification_per_rare_seed,target_reciprocal_rank,"
                    + "target_in_first_1,target_in_first_5,target_in_first_10,loss_ndcg,loss_ndcg_optimistic,"
                    + "loss_ndcg_adversarial,loss_r_precision,loss_r_precision_optimistic,loss_r_precision_adversarial,"
                    + "loss_clicks,loss_clicks_optimistic,loss_clicks_adversarial,gini_index_elliot,gini_index_recbole,"
                    + "scene_tests,scene_served,scene_served_twin,scene_ndcg,scene_ndcg_twin,others_served,others_served_twin,"
                    + "others_ndcg,others_ndcg_twin,members_ndcg,members_loss_ndcg,members_r_precision,"
                    + "members_loss_r_precision,members_precision,members_loss_precision,members_judged";

    /** What came after interference, undefined. */
    private static final String LATER = ",".repeat(34);

    @TempDir
    Path dir;

    @Test
    void evaluationsAreOneRowAGenerationWorldAndCampaign() throws IOException {
        var bundle = RunBundle.open(dir, "name: a\n", Rows.WORLDS, Known.NOTHING);
        bundle.add(Rows.generation(2), Rows.evaluations(2).reversed());
        // 20 hits, 10 members of 4500: alpha 10/4500, amplification 20/500/(10/4500) = 18
        assertThat(Files.readAllLines(dir.resolve("evaluations.csv")))
                .containsExactly(
                        HEADER,
                        "2,factual,\"a, \"\"b\"\"\",0,0.0,500,0,,,0.31,0.23,0.25,1.8,0.9,0.8,12.0,0.2,0.05,0.1,0.2,"
                                + "0.0,,,0.7,0.6,6.0,0,PooledNN," + LATER,
                        "2,factual,lift,10,0.0022222222222222222,500,20,18.0,,0.31,0.23,0.25,1.8,0.9,0.8,12.0,0.2,0.05,"
                                + "0.1,0.2,0.04,,,0.7,0.6,6.0,0,PooledNN," + LATER,
                        "2,counterfactual,\"a, \"\"b\"\"\",0,0.0,500,0,,,0.31,0.23,0.25,1.8,0.9,0.8,12.0,0.2,0.05,0.1,"
                                + "0.2,0.0,,,0.7,0.6,6.0,0,PooledNN," + LATER,
                        "2,counterfactual,lift,0,0.0,500,0,,,0.31,0.23,0.25,1.8,0.9,0.8,12.0,0.2,0.05,0.1,0.2,0.0,,,"
                                + "0.7,0.6,6.0,0,PooledNN," + LATER);
        assertThat(Files.readAllLines(dir.resolve("generations.csv")))
                .containsExactly(
                        "generation,recommender,edits,refused,training_playlists,test_playlists,tracks,pairs,skipped",
                        "2,PooledNN,3000,2,4500,500,20000,1800000,");
        assertThat(dir.resolve("settings.yaml")).hasContent("name: a\n");
    }

    @Test
    void rowsOfSeveralRecommendersKeepTheirOrderAndEachHasItsPeakButTheFirstIsDrawn() throws IOException {
        var bundle = RunBundle.open(dir, "", Rows.WORLDS, Known.NOTHING);
        var both = Rows.evaluations(2).stream()
                .flatMap(row -> Stream.of(row, by("wide", row)))
                .toList();
        bundle.add(Rows.generation(2), both);
        assertThat(Files.readAllLines(dir.resolve("evaluations.csv")).stream().skip(1))
                .extracting(line -> line.contains(",wide,"))
                .containsExactly(false, true, false, true, false, true, false, true);
        var alone = Course.of(Rows.WORLDS, Rows.evaluations(2));
        assertThat(Course.of(Rows.WORLDS, both)).isEqualTo(alone);
        assertThat(Summary.of("", 1, bundle, Map.of()).campaigns())
                .extracting(Summary.Peak::recommender)
                .containsExactly("PooledNN", "PooledNN", "wide", "wide");
    }

    private static EvaluationRow by(String recommender, EvaluationRow row) {
        return new EvaluationRow(
                row.generation(),
                row.world(),
                row.campaign(),
                recommender,
                row.testPlaylists(),
                row.effect(),
                row.figures());
    }

    @Test
    void whatIsUndefinedIsAnEmptyField() throws IOException {
        var effect = new EvaluationRow.Effect(0, 0, 0, 0, Figures.NONE);
        var row = new EvaluationRow(0, "factual", "", "PooledNN", 0, effect, Figures.NONE);
        RunBundle.open(dir, "", Rows.WORLDS, new Known(List.of(), List.of(row)));
        assertThat(Files.readAllLines(dir.resolve("evaluations.csv")).get(1))
                .isEqualTo("0,factual,,0,0.0,0,0" + ",".repeat(20) + "0,PooledNN," + LATER);
    }

    @Test
    void aTornLineDoesNotSurviveARestart() throws IOException {
        var whole = dir.resolve("whole");
        var killed = dir.resolve("killed");
        fill(RunBundle.open(whole, "", Rows.WORLDS, Known.NOTHING), 0, 6);
        fill(RunBundle.open(killed, "", Rows.WORLDS, Known.NOTHING), 0, 3);
        Files.writeString(killed.resolve("evaluations.csv"), "3,factual,li", StandardOpenOption.APPEND);
        var known = LongStream.range(0, 3).boxed().toList();
        var again = RunBundle.open(
                killed,
                "",
                Rows.WORLDS,
                new Known(
                        known.stream().map(Rows::generation).toList(),
                        known.stream()
                                .flatMap(g -> Rows.evaluations(g).stream())
                                .toList()));
        fill(again, 3, 6);
        for (var file : List.of("evaluations.csv", "generations.csv")) {
            assertThat(killed.resolve(file)).hasSameTextualContentAs(whole.resolve(file));
        }
    }

    @Test
    void aGenerationThatIsGivenAgainIsReplaced() throws IOException {
        var bundle = RunBundle.open(dir, "", Rows.WORLDS, Known.NOTHING);
        fill(bundle, 0, 2);
        bundle.add(new GenerationRow(0, "", 1, 0, 0, 0, 0, 0, "no edits, yet"), List.of());
        assertThat(Files.readAllLines(dir.resolve("generations.csv")))
                .hasSize(3)
                .contains("0,,1,0,0,0,0,0,\"no edits, yet\"");
        assertThat(Files.readAllLines(dir.resolve("evaluations.csv"))).hasSize(5);
    }

    @Test
    void theSummaryTellsSeedScaleAndPeaks() throws IOException {
        var bundle = RunBundle.open(dir, "", Rows.WORLDS, Known.NOTHING);
        fill(bundle, 0, 10);
        var offsets = new TreeMap<>(Map.of("edits", new TreeMap<>(Map.of(0, 42L))));
        var summary = Summary.of("demo", 7, bundle, Map.of("java", "25"));
        bundle.finish(summary.with(new TreeMap<>(offsets), Map.of("stores", 9L)));
        var json = new ObjectMapper().readTree(dir.resolve("summary.json").toFile());
        assertThat(json.at("/randomSeed").asLong()).isEqualTo(7);
        assertThat(json.at("/scale/edits").asLong()).isEqualTo(10_000);
        assertThat(json.at("/campaigns/0/campaign").asText()).isEqualTo("lift");
        assertThat(json.at("/campaigns/0/world").asText()).isEqualTo("factual");
        assertThat(json.at("/campaigns/0/generation").asLong()).isEqualTo(4);
        // 90 of 500
        assertThat(json.at("/campaigns/0/hitShare").asDouble()).isEqualTo(0.18);
        assertThat(json.at("/offsets/edits/0").asLong()).isEqualTo(42);
        assertThat(dir.resolve("chart.svg")).content().contains("<svg", "stroke-dasharray", "a, \"b\"", "</svg>");
    }

    @Test
    void rowsStandByWorldAsShownWhateverTheirOrderAndUnknownWorldsLast() {
        var worlds = Rows.race(2);
        var rows = new ArrayList<>(Rows.race(worlds, 4));
        rows.add(Rows.row(4, "elsewhere", "c1", 1));
        var bundle = RunBundle.open(dir, "", worlds, new Known(List.of(Rows.generation(4)), rows.reversed()));
        assertThat(bundle.evaluations())
                .extracting(row -> row.world() + " " + row.campaign())
                .containsExactly("twin c2", "twin c1", "c1 c1", "c2 c2", "all c2", "all c1", "elsewhere c1");
    }

    @Test
    void theSummaryHoldsHitsAndInterferenceOfEachCampaignInEachWorld() throws IOException {
        var worlds = Rows.race(2);
        var bundle = RunBundle.open(dir, "", worlds, Known.NOTHING);
        for (var generation = 0; generation < 10; generation++) {
            bundle.add(Rows.generation(generation), Rows.race(worlds, generation));
        }
        bundle.finish(Summary.of("race", 1, bundle, Map.of()));
        var cells = new ObjectMapper()
                .readTree(dir.resolve("summary.json").toFile())
                .at("/campaigns");
        assertThat(cells)
                .extracting(cell -> cell.at("/campaign").asText() + " in "
                        + cell.at("/world").asText() + ": " + cell.at("/hits") + " at " + cell.at("/generation"))
                .containsExactly("c1 in c1: 90 at 4", "c2 in c2: 90 at 4", "c1 in all: 75 at 4", "c2 in all: 75 at 4");
        assertThat(cells.at("/0/figures/interference").asDouble()).isZero();
        assertThat(cells.at("/2/figures/interference").asDouble()).isCloseTo(75 / 90.0 - 1, within(1e-12));
    }

    @Test
    void numbersReadBackToTheSameBits() {
        IntStream.range(0, 100).forEach(seed -> {
            var value = new java.util.Random(seed).nextGaussian() * Math.pow(10, seed % 30 - 15);
            var column = Table.<Double>number("x", "", OptionalDouble::of);
            assertThat(Double.parseDouble(column.field().apply(value)))
                    .as("seed " + seed)
                    .isEqualTo(value);
        });
    }

    private static void fill(RunBundle bundle, int from, int to) {
        for (int generation = from; generation < to; generation++) {
            bundle.add(Rows.generation(generation), Rows.evaluations(generation));
        }
    }
}
