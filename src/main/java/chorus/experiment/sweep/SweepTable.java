package chorus.experiment.sweep;

import chorus.config.Sweep;
import chorus.rows.results.EvaluationRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What the variants of a sweep came to, as text for the terminal: a line a variant, campaign and world in which it happens, at the
 * generation that decides; where {@code randomSeed} is varied, the means over it and their 95 % t-intervals below, and the paired
 * difference to the same members' placement at random. Worlds and recommenders are named where there are several.
 */
public final class SweepTable {
    private final List<String> keys;
    private final List<SweepLine> lines = new ArrayList<>();

    public SweepTable(Sweep sweep) {
        keys = sweep.keys();
    }

    /**
     * A line as values.
     *
     * @param values of the sweep's keys, as written
     * @param row of the campaign in its world, at the generation that decides
     */
    public record Result(List<String> values, EvaluationRow row) {}

    /** A result a variant, world and campaign, as in the table. */
    public List<Result> results() {
        return lines.stream()
                .map(line -> new Result(line.values(), line.held().own()))
                .toList();
    }

    /** Adds what a variant came to. */
    public void add(Sweep.Variant variant, List<Held> held) {
        held.forEach(each -> lines.add(new SweepLine(keys, variant.values(), each)));
    }

    public String text() {
        var text = each();
        return keys.contains(SweepLine.SEED)
                ? text + "\nmean over " + SweepLine.SEED + " [95 % t-interval]\n" + means()
                : text;
    }

    private String each() {
        var table = new TextColumns();
        var head = new ArrayList<>(keys);
        names().forEach(name -> head.add(name.column()));
        head.addAll(List.of("generation", "members", "alpha", "hits", "test_playlists"));
        averaged().forEach(measure -> head.add(measure.name()));
        table.add(head);
        for (var line : lines) {
            var row = line.held().own();
            var cells = new ArrayList<>(line.values());
            names().forEach(name -> cells.add(name.of().apply(line.held())));
            cells.add(Long.toString(row.generation()));
            cells.add(Long.toString(row.effect().members()));
            cells.add(number(5, OptionalDouble.of(row.effect().alpha())));
            cells.add(Long.toString(row.effect().hits()));
            cells.add(Integer.toString(row.testPlaylists()));
            averaged()
                    .forEach(measure ->
                            cells.add(number(measure.decimals(), measure.of().apply(line.held()))));
            table.add(cells);
        }
        return table.toString();
    }

    private String means() {
        var table = new TextColumns();
        var head = new ArrayList<>(keys);
        head.remove(SweepLine.SEED);
        names().forEach(name -> head.add(name.column()));
        head.add("runs");
        averaged().forEach(measure -> head.add(measure.name()));
        var paired = new PairedDifference(lines, Averaged.AMPLIFICATION);
        if (paired.isDefined()) {
            head.add("minus_random");
        }
        table.add(head);
        for (var group : groups().values()) {
            var first = group.getFirst();
            var cells = new ArrayList<>(first.values());
            cells.remove(keys.indexOf(SweepLine.SEED));
            names().forEach(name -> cells.add(name.of().apply(first.held())));
            cells.add(Integer.toString(group.size()));
            averaged().forEach(measure -> cells.add(mean(measure, group)));
            if (paired.isDefined()) {
                cells.add(interval(Averaged.AMPLIFICATION.decimals(), paired.of(group)));
            }
            table.add(cells);
        }
        return table.toString();
    }

    private Map<List<String>, List<SweepLine>> groups() {
        var groups = new LinkedHashMap<List<String>, List<SweepLine>>();
        lines.forEach(line ->
                groups.computeIfAbsent(line.group(), _ -> new ArrayList<>()).add(line));
        return groups;
    }

    /** What tells the results of one variant apart. */
    private record Name(String column, Function<Held, String> of) {}

    private List<Name> names() {
        var names = new ArrayList<Name>();
        names.add(new Name("campaign", Held::campaign));
        if (hasSeveral(Held::world)) {
            names.add(new Name("world", Held::world));
        }
        if (hasSeveral(Held::recommender)) {
            names.add(new Name("recommender", Held::recommender));
        }
        return names;
    }

    private boolean hasSeveral(Function<Held, String> name) {
        return lines.stream().map(SweepLine::held).map(name).distinct().count() > 1;
    }

    private List<Averaged> averaged() {
        return hasSeveral(Held::world) ? Averaged.COLUMNS_OF_SEVERAL_WORLDS : Averaged.COLUMNS;
    }

    private static String mean(Averaged measure, List<SweepLine> group) {
        return interval(
                measure.decimals(),
                group.stream()
                        .map(line -> measure.of().apply(line.held()))
                        .flatMapToDouble(OptionalDouble::stream)
                        .toArray());
    }

    private static String interval(int decimals, double[] values) {
        return values.length == 0 ? "" : Interval.of(values).text(decimals);
    }

    private static String number(int decimals, OptionalDouble value) {
        return value.isEmpty() ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble());
    }
}
