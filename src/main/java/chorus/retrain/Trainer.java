package chorus.retrain;

import chorus.config.RecommendSettings;
import chorus.config.Settings.EvaluateSettings;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.WorldEvaluation;
import chorus.playlist.Campaign;
import chorus.recommend.Recommender;
import chorus.retrain.Fitted.Asked;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.TestRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes a generation of a cut: fits each recommender to each world and has the models evaluated. */
public final class Trainer {
    private final List<RecommendSettings> recommend;
    private final EvaluateSettings evaluate;
    private final Optional<Consumer<TestRows>> tests;

    public Trainer(List<RecommendSettings> recommend, EvaluateSettings evaluate) {
        this(recommend, evaluate, Optional.empty());
    }

    private Trainer(List<RecommendSettings> recommend, EvaluateSettings evaluate, Optional<Consumer<TestRows>> tests) {
        this.recommend = List.copyOf(recommend);
        this.evaluate = evaluate;
        this.tests = tests;
    }

    /** One that also tells what is recommended for each test: of a generation before it is made, in the order of its rows. */
    public Trainer telling(Consumer<TestRows> told) {
        return new Trainer(recommend, evaluate, Optional.of(told));
    }

    /**
     * @param campaigns all that have started
     * @param artistOf artist by track id, −1 where unknown
     */
    public Generation train(long generation, Cut cut, List<Campaign> campaigns, int[] artistOf) {
        var artists = new Artists(artistOf);
        var asked = recommend.stream()
                .map(each -> new Asked(
                        new Recommender(each.model()),
                        new EvaluationTerms(
                                each.listLength(),
                                evaluate.headShare(),
                                each.model().rareBound(),
                                artists)))
                .toList();
        var members =
                switch (evaluate.members()) {
                    case none -> MemberTests.NONE;
                    case judged -> MemberTests.of(cut, campaigns);
                };
        var fitted = Fitted.at(cut, asked, members);
        var first = fitted.getFirst().in(cut.worlds().named().getFirst());
        var rows = IntStream.range(0, fitted.size())
                .mapToObj(i -> new EvaluationRows(generation, recommend.get(i).label(), cut, fitted.get(i)))
                .toList();
        tests.ifPresent(
                told -> inTurn(rows.stream().map(each -> each.tests(campaigns)).toList())
                        .forEach(told));
        return new Generation(
                row(generation, cut.tallies(), first),
                inTurn(rows.stream().map(each -> each.of(campaigns)).toList()),
                inTurn(rows.stream().map(each -> each.distributions(campaigns)).toList()));
    }

    /** Rows of the same worlds and campaigns, those of one world and campaign beside each other. */
    private static <R> List<R> inTurn(List<List<R>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .boxed()
                .flatMap(i -> rows.stream().map(ofOne -> ofOne.get(i)))
                .toList();
    }

    private GenerationRow row(long generation, Cut.Tallies tallies, WorldEvaluation first) {
        return new GenerationRow(
                generation,
                String.join(
                        " ", recommend.stream().map(RecommendSettings::label).toList()),
                tallies.edits(),
                tallies.refused(),
                tallies.trainingPlaylists(),
                first.testPlaylists(),
                first.sizes().tracks(),
                first.sizes().pairs(),
                "");
    }
}
