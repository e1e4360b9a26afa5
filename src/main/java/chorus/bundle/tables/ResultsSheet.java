package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.report.Table;
import chorus.report.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** {@code results}: a row a variant, world, campaign and recommender, at the generation that decides. */
final class ResultsSheet {
    static final String NAME = "results";

    static final List<Head> BEHIND_KEYS = List.of(
            Head.count("seed", "randomSeed of the variant: which fold of the experiment it belongs to"),
            Head.count("fold", "what the held-out playlists are drawn by: evaluate.fold, or else the seed"),
            Head.text("strategy", "name of the campaign's strategy, with its parameter; empty without a campaign"),
            Head.number("alpha_planned", "size of the collective as planned ÷ training playlists"));

    private ResultsSheet() {}

    static Sheet of(String name, List<String> keys, List<Outcome> outcomes) {
        var heads = new ArrayList<Head>();
        heads.add(Head.count("variant", "number of the combination of varied values, from 1"));
        heads.addAll(KeyHeads.of(keys, outcomes));
        heads.addAll(BEHIND_KEYS);
        Tables.EVALUATIONS.columns().forEach(each -> heads.add(new Head(each.name(), each.meaning(), each.kind())));
        return new Sheet(
                name, heads, outcomes.stream().map(each -> row(keys, each)).toList());
    }

    private static List<String> row(List<String> keys, Outcome outcome) {
        var fields = new ArrayList<String>();
        fields.add(Integer.toString(outcome.number()));
        fields.addAll(outcome.variant().values().subList(0, keys.size()));
        fields.add(Long.toString(outcome.settings().randomSeed()));
        fields.add(Long.toString(outcome.settings().heldOut().fold()));
        fields.add(outcome.strategy());
        fields.add(Table.text(outcome.plannedAlpha()));
        Tables.EVALUATIONS.columns().forEach(each -> fields.add(each.field().apply(outcome.row())));
        return fields;
    }

    /** The columns of varied keys: what their values are, they are in every row. */
    static final class KeyHeads {
        private KeyHeads() {}

        static List<Head> of(List<String> keys, List<Outcome> outcomes) {
            return IntStream.range(0, keys.size())
                    .mapToObj(i -> new Head(
                            keys.get(i),
                            keys.get(i).equals(Outcome.GENERATION)
                                    ? "number of the retrain round"
                                    : "value of this key of the settings, as the sweep writes it",
                            Sheet.kind(outcomes.stream()
                                    .map(each -> each.variant().values().get(i))
                                    .toList())))
                    .toList();
        }
    }
}
