package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.experiment.sweep.Averaged;
import chorus.experiment.sweep.Interval;
import chorus.experiment.sweep.PairedDifference;
import chorus.experiment.sweep.SweepLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * {@code means}: a row a measure of what differs in the seed alone, with its 95 % t-interval over the seeds, and its paired difference
 * to the same members' placement at random. A measure that is undefined at every seed has no row.
 */
final class MeansSheet {
    static final String NAME = "means";

    static final List<Head> BEHIND_KEYS = List.of(
            Head.text("campaign", "name of the campaign; empty in a world in which none has started"),
            Head.text("world", "name of the world"),
            Head.text("recommender", "name of the recommender"),
            Head.text("strategy", "name of the campaign's strategy, with its parameter"),
            Head.text(
                    "measure",
                    "what is averaged, by the name of its column in run-bundle.md; hit_share: hits ÷ "
                            + "test_playlists; ndcg_twin: ndcg of the twin"),
            Head.count("n", "seeds at which it is defined"),
            Head.number("mean", "over these"),
            Head.number("sd", "standard deviation with divisor n − 1; undefined for one"),
            Head.number("low", "mean − t(n − 1; 0.975)·sd/√n; undefined for one"),
            Head.number("high", "mean + t(n − 1; 0.975)·sd/√n; undefined for one"),
            Head.count(
                    "random_n", "seeds at which this and the placement at random have it; empty for what has no such"),
            Head.number("random_mean", "mean difference to the placement at random, paired by seed"),
            Head.number("random_sd", "standard deviation of these differences"),
            Head.number("random_low", "lower end of their 95 % t-interval"),
            Head.number("random_high", "upper end of it"));

    private final String name;
    private final List<String> keys;
    private final List<Outcome> outcomes;
    private final List<List<String>> rows = new ArrayList<>();

    private MeansSheet(String name, List<String> keys, List<Outcome> outcomes) {
        this.name = name;
        this.keys = keys;
        this.outcomes = outcomes;
    }

    static Sheet of(String name, List<String> keys, List<Outcome> outcomes) {
        return new MeansSheet(name, keys, outcomes).sheet();
    }

    private Sheet sheet() {
        var groups = new LinkedHashMap<List<String>, List<Outcome>>();
        outcomes.forEach(each -> groups.computeIfAbsent(each.line().group(), _ -> new ArrayList<>())
                .add(each));
        var lines = outcomes.stream().map(Outcome::line).toList();
        var paired = Averaged.ALL.stream()
                .map(measure -> new PairedDifference(lines, measure))
                .toList();
        for (var group : groups.values()) {
            for (var i = 0; i < paired.size(); i++) {
                add(group, Averaged.ALL.get(i), paired.get(i));
            }
        }
        var heads = new ArrayList<>(ResultsSheet.KeyHeads.of(keys, outcomes));
        heads.removeIf(head -> head.name().equals(SweepLine.SEED));
        heads.addAll(BEHIND_KEYS);
        return new Sheet(name, heads, rows);
    }

    private void add(List<Outcome> group, Averaged measure, PairedDifference paired) {
        var values = values(measure, group);
        if (values.length == 0) {
            return;
        }
        var first = group.getFirst();
        var fields = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            if (!keys.get(i).equals(SweepLine.SEED)) {
                fields.add(first.variant().values().get(i));
            }
        }
        fields.addAll(List.of(
                first.held().campaign(),
                first.held().world(),
                first.held().recommender(),
                first.strategy(),
                measure.name()));
        fields.addAll(Spread.of(values));
        fields.addAll(Spread.of(paired.of(group.stream().map(Outcome::line).toList())));
        rows.add(fields);
    }

    /** Of those of a group that have it. */
    static double[] values(Averaged measure, List<Outcome> group) {
        return group.stream()
                .map(each -> measure.of().apply(each.held()))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    /** An interval as fields: n, mean, sd, low, high. */
    static final class Spread {
        private static final List<String> NONE = List.of("", "", "", "", "");

        private Spread() {}

        static List<String> of(double[] values) {
            if (values.length == 0) {
                return NONE;
            }
            var interval = Interval.of(values);
            return List.of(
                    Integer.toString(values.length),
                    number(interval.mean()),
                    number(interval.sd()),
                    number(interval.low()),
                    number(interval.high()));
        }

        static String number(double value) {
            return Double.isNaN(value) ? "" : Double.toString(value);
        }
    }
}
