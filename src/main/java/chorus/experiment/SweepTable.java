package chorus.experiment;

import chorus.config.Sweep;
import chorus.rows.results.EvaluationRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the variants of a sweep came to, as text for the terminal: a line a variant, campaign and world in which it happens, at the
 * campaign's peak there; where {@code randomSeed} is varied, the means over it and their 95 % bootstrap intervals below. Worlds and
 * recommenders are named where there are several, each of which has its lines.
 */
public final class SweepTable {
    private static final String SEED = "randomSeed";

    private final List<String> keys;
    private final List<Line> lines = new ArrayList<>();

    public SweepTable(Sweep sweep) {
        keys = sweep.keys();
    }

    private record Line(List<String> values, Peak peak) {}

    /**
     * A line as values.
     *
     * @param values of the sweep's keys, as written
     * @param peak of the campaign in its world
     */
    public record Result(List<String> values, EvaluationRow peak) {}

    /** A result a variant, world and campaign, as in the table. */
    public List<Result> results() {
        return lines.stream()
                .map(line -> new Result(line.values(), line.peak().own()))
                .toList();
    }

    /** Adds what a variant's run came to. */
    public void add(Sweep.Variant variant, List<Round> rounds) {
        Peak.of(rounds, variant.settings().allWorlds()).forEach(peak -> lines.add(new Line(variant.values(), peak)));
    }

    public String text() {
        var text = each();
        return keys.contains(SEED) ? text + "\nmean over " + SEED + " [95 % bootstrap interval]\n" + means() : text;
    }

    private String each() {
        var table = new TextColumns();
        var head = new ArrayList<>(keys);
        head.addAll(names("campaign", "world", "recommender"));
        head.addAll(List.of("generation", "members", "alpha", "hits", "test_playlists"));
        averaged().forEach(measure -> head.add(measure.name()));
        table.add(head);
        for (var line : lines) {
            var row = line.peak().own();
            var cells = new ArrayList<>(line.values());
            cells.addAll(names(row.campaign(), row.world(), row.recommender()));
            cells.add(Long.toString(row.generation()));
            cells.add(Long.toString(row.effect().members()));
            cells.add(number(5, OptionalDouble.of(row.effect().alpha())));
            cells.add(Long.toString(row.effect().hits()));
            cells.add(Integer.toString(row.testPlaylists()));
            averaged()
                    .forEach(measure ->
                            cells.add(number(measure.decimals(), measure.of().apply(line.peak()))));
            table.add(cells);
        }
        return table.toString();
    }

    private String means() {
        var table = new TextColumns();
        var head = new ArrayList<>(withoutSeed(keys));
        head.addAll(names("campaign", "world", "recommender"));
        head.add("runs");
        averaged().forEach(measure -> head.add(measure.name()));
        table.add(head);
        folds().forEach((fold, peaks) -> {
            var cells = new ArrayList<>(fold);
            cells.add(Integer.toString(peaks.size()));
            averaged().forEach(measure -> cells.add(mean(measure, peaks)));
            table.add(cells);
        });
        return table.toString();
    }

    /** The peaks of runs that differ in the seed alone, by the other values, the campaign and the world. */
    private Map<List<String>, List<Peak>> folds() {
        var folds = new LinkedHashMap<List<String>, List<Peak>>();
        for (var line : lines) {
            var fold = new ArrayList<>(withoutSeed(line.values()));
            var peak = line.peak();
            fold.addAll(names(peak.campaign(), peak.world(), peak.recommender()));
            folds.computeIfAbsent(fold, _ -> new ArrayList<>()).add(line.peak());
        }
        return folds;
    }

    private boolean hasSeveral(Function<Peak, String> name) {
        return lines.stream().map(line -> name.apply(line.peak())).distinct().count() > 1;
    }

    private List<String> names(String campaign, String world, String recommender) {
        return Stream.of(
                        Stream.of(campaign),
                        Stream.of(world).filter(_ -> hasSeveral(Peak::world)),
                        Stream.of(recommender).filter(_ -> hasSeveral(Peak::recommender)))
                .flatMap(each -> each)
                .toList();
    }

    private List<Averaged> averaged() {
        return hasSeveral(Peak::world) ? Averaged.COLUMNS_OF_SEVERAL_WORLDS : Averaged.COLUMNS;
    }

    private List<String> withoutSeed(List<String> cells) {
        var rest = new ArrayList<>(cells);
        rest.remove(keys.indexOf(SEED));
        return rest;
    }

    private static String mean(Averaged measure, List<Peak> peaks) {
        var values = peaks.stream()
                .map(measure.of())
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        if (values.length == 0) {
            return "";
        }
        var mean = Bootstrap.of(values);
        var form = "%." + measure.decimals() + "f";
        return String.format(Locale.ROOT, form + " [" + form + ", " + form + "]", mean.mean(), mean.low(), mean.high());
    }

    private static String number(int decimals, OptionalDouble value) {
        return value.isEmpty() ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble());
    }
}
