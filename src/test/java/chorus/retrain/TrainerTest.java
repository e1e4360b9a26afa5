package chorus.retrain;

import static chorus.playlist.World.COUNTERFACTUAL;
import static chorus.playlist.World.FACTUAL;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.RecommendSettings;
import chorus.config.RecommendSettings.Kind;
import chorus.config.RecommendSettings.PooledNN;
import chorus.config.RecommendSettings.Popularity;
import chorus.config.Settings.EvaluateSettings;
import chorus.evaluate.TestPlaylist;
import chorus.playlist.Campaign;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.TrainingSet;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final int TRACKS = 60;
    private static final Kind POOLED = new PooledNN(1, 0.3, 5, 1, 0.9);
    private static final Campaign LIFT = campaign("lift", TRACKS);
    private static final Campaign ABSENT = campaign("absent", TRACKS + 5);

    private static Campaign campaign(String name, int target) {
        return new Campaign(name, new TrackId(target), "Random", 4, 1, 9, List.of(new TrackId(2)));
    }

    private static List<Kind> kinds() {
        return List.of(POOLED, new Popularity());
    }

    private static Trainer trainer(Kind model) {
        return new Trainer(new RecommendSettings(model, 30), new EvaluateSettings(0.1, 20, 0.8));
    }

    private static Cut cut(Random random, int plants) {
        var organic = CountedPlaylists.random(random, 40, TRACKS, 15);
        var drawn = CountedPlaylists.random(random, 10, TRACKS, 25);
        var tests = IntStream.range(0, drawn.size())
                .filter(id -> drawn.get(id).length > 5)
                .mapToObj(id -> test(id, drawn.get(id)))
                .toList();
        var planted = IntStream.range(0, organic.size())
                .mapToObj(i -> i < plants ? precededByTarget(organic.get(i)) : organic.get(i))
                .toList();
        return new Cut(side(planted, tests), side(organic, tests), 700, 2);
    }

    private static Cut.Side side(List<int[]> playlists, List<TestPlaylist> tests) {
        return new Cut.Side(new TrainingSet(CountedPlaylists.count(playlists, TRACKS + 1, 5)), tests);
    }

    private static TestPlaylist test(int id, int[] tracks) {
        return new TestPlaylist(id, Arrays.copyOf(tracks, 3), Arrays.copyOfRange(tracks, 3, tracks.length));
    }

    private static int[] precededByTarget(int[] playlist) {
        return IntStream.concat(IntStream.of(TRACKS), IntStream.of(playlist)).toArray();
    }

    private static int[] artists() {
        return IntStream.range(0, TRACKS).map(track -> track / 3).toArray();
    }

    /** The row as another world of a run with other campaigns would have it. */
    private static EvaluationRow as(World world, String campaign, EvaluationRow row) {
        return new EvaluationRow(row.generation(), world, campaign, row.testPlaylists(), row.effect(), row.figures());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCounterfactualRowsAreTheFactualOnesOfARunWithoutCampaign(Kind model) {
        for (var seed = 1; seed <= 30; seed++) {
            var with = trainer(model).train(3, cut(new Random(seed), 6), List.of(LIFT), artists());
            var without = trainer(model).train(3, cut(new Random(seed), 0), List.of(), artists());
            assertThat(as(FACTUAL, "", with.evaluations().get(1)))
                    .as("seed %d", seed)
                    .isEqualTo(without.evaluations().getFirst());
        }
    }

    @Test
    void aCollectiveOfSizeZeroLeavesTheWorldsEqual() {
        var cut = cut(new Random(1), 0);
        assertThat(cut.worldsAgree()).isTrue();
        var rows = trainer(POOLED).train(3, cut, List.of(LIFT), artists()).evaluations();
        assertThat(as(FACTUAL, "lift", rows.get(1))).isEqualTo(rows.get(0));
        assertThat(rows.get(0).effect().members()).isZero();
        assertThat(rows.get(0).effect().figures()).isEqualTo(Figures.NONE);
    }

    @Test
    void recommendersFittedAtOneCutDoNotMeet() {
        var cut = cut(new Random(1), 6);
        var first = trainer(POOLED).train(3, cut, List.of(LIFT), artists());
        var other = trainer(new Popularity()).train(3, cut, List.of(LIFT), artists());
        assertThat(other.evaluations()).isNotEqualTo(first.evaluations());
        assertThat(trainer(POOLED).train(3, cut, List.of(LIFT), artists())).isEqualTo(first);
        assertThat(cut).isEqualTo(cut(new Random(1), 6));
    }

    @Test
    void eachCampaignHasARowAWorldSortedByName() {
        var rows = trainer(POOLED)
                .train(3, cut(new Random(1), 6), List.of(LIFT, ABSENT), artists())
                .evaluations();
        assertThat(rows).extracting(EvaluationRow::campaign).containsExactly("absent", "absent", "lift", "lift");
        assertThat(rows)
                .extracting(EvaluationRow::world)
                .containsExactly(FACTUAL, COUNTERFACTUAL, FACTUAL, COUNTERFACTUAL);
        assertThat(rows).extracting(row -> row.effect().members()).containsExactly(0L, 0L, 6L, 0L);
        assertThat(rows.get(2).effect().alpha()).isEqualTo(6 / 40.0);
    }

    @Test
    void theGenerationTellsTheCut() {
        var cut = cut(new Random(1), 6);
        var row = trainer(POOLED).train(3, cut, List.of(), artists()).row();
        assertThat(row.generation()).isEqualTo(3);
        assertThat(row.recommender()).isEqualTo("PooledNN");
        assertThat(row.edits()).isEqualTo(700);
        assertThat(row.refused()).isEqualTo(2);
        assertThat(row.trainingPlaylists()).isEqualTo(40);
        assertThat(row.testPlaylists()).isEqualTo(cut.factual().tests().size());
        assertThat(row.tracks()).isEqualTo(cut.factual().training().counts().tracks());
        assertThat(row.pairs()).isEqualTo(cut.factual().training().counts().to().length);
        assertThat(row.skipped()).isEmpty();
    }

    @Test
    void anEpochWithoutDataStillYieldsAGeneration() {
        var nothing = CountedPlaylists.count(List.of(), 1, 5);
        var side = new Cut.Side(new TrainingSet(nothing), List.of());
        var generation = trainer(POOLED).train(0, new Cut(side, side, 0, 0), List.of(LIFT), new int[0]);
        assertThat(generation.evaluations()).hasSize(2);
        assertThat(generation.evaluations().getFirst().figures()).isEqualTo(Figures.NONE);
        assertThat(generation.evaluations().getFirst().effect().hits()).isZero();
    }
}
