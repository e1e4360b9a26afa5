package chorus.bundle.compare;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.experiment.sweep.Averaged;
import chorus.experiment.sweep.Interval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Two bundles of one kind that vary the same keys. What both have is compared measure by measure: paired by seed where they share seeds, as
 * what is left to chance there is the same in both, and otherwise as two independent samples.
 */
public final class Comparison {
    static final List<Head> BEHIND_IDENTITY = List.of(
            Head.text("measure", "what is compared, by the name of its column in run-bundle.md"),
            Head.text("pairing", "seed: over the seeds that both have; none: over all of each, where they share none"),
            Head.count("n_a", "values of the first"),
            Head.count("n_b", "values of the second"),
            Head.number("mean_a", "of these of the first"),
            Head.number("mean_b", "of these of the second"),
            Head.number("difference", "second less first"),
            Head.number("low", "lower end of its 95 % t-interval, Welch's without pairing; undefined for one value"),
            Head.number("high", "upper end of it"));

    private final Side a;
    private final Side b;
    private final List<String> measures;

    private Comparison(Side a, Side b, List<String> measures) {
        this.a = a;
        this.b = b;
        this.measures = measures;
    }

    /**
     * Reads two bundles.
     *
     * @param anyVersion whether they may be of different versions, and then have different columns
     * @throws NotComparable where they cannot be compared
     */
    public static Comparison of(Path first, Path second, boolean anyVersion) {
        var a = Side.read(first);
        var b = Side.read(second);
        if (a.isExperiment() != b.isExperiment()) {
            throw new NotComparable((a.isExperiment() ? first : second) + " is of an experiment, "
                    + (a.isExperiment() ? second : first) + " of a run: only two of one kind can be compared");
        }
        if (!a.version().equals(b.version()) && !anyVersion) {
            throw new NotComparable(first + " was made by version " + a.version() + ", " + second + " by " + b.version()
                    + ": their rules may differ; --other-versions compares them all the same");
        }
        if (!a.keys().equals(b.keys())) {
            throw new NotComparable(
                    first + " varies " + a.keys() + ", " + second + " " + b.keys() + ": they must vary the same keys");
        }
        if (!a.rows().names().equals(b.rows().names()) && !anyVersion) {
            throw new NotComparable(second + " has other columns than " + first + ": " + difference(a, b)
                    + "; --other-versions compares those that both have");
        }
        return new Comparison(a, b, measures(a, b));
    }

    private static String difference(Side a, Side b) {
        var only = new ArrayList<>(a.rows().names());
        only.removeAll(b.rows().names());
        var more = new ArrayList<>(b.rows().names());
        more.removeAll(a.rows().names());
        return only + " are missing, " + more + " are more";
    }

    private static List<String> measures(Side a, Side b) {
        return Averaged.ALL.stream()
                .map(Averaged::name)
                .filter(name -> a.rows().index(name) >= 0 && b.rows().index(name) >= 0)
                .toList();
    }

    /** How the two are called: by their directories, or A and B where these have one name. */
    public List<String> names() {
        return a.name().equals(b.name()) ? List.of("A", "B") : List.of(a.name(), b.name());
    }

    public List<String> versions() {
        return List.of(a.version(), b.version());
    }

    public boolean isOfExperiments() {
        return a.isExperiment();
    }

    List<String> keys() {
        return a.isExperiment() ? a.keys() : List.of("generation");
    }

    List<String> measures() {
        return measures;
    }

    List<Side> sides() {
        return List.of(a, b);
    }

    /** {@code differences}: a row what both have, and measure. */
    public Sheet differences() {
        var first = groups(a);
        var second = groups(b);
        var rows = new ArrayList<List<String>>();
        first.forEach((identity, ofA) -> {
            var ofB = second.get(identity);
            if (ofB != null) {
                measures.forEach(measure -> compared(measure, ofA, ofB).ifPresent(fields -> {
                    var row = new ArrayList<>(identity);
                    row.addAll(fields);
                    rows.add(row);
                }));
            }
        });
        if (rows.isEmpty()) {
            throw new NotComparable(
                    a.name() + " and " + b.name() + " have no row in common: they differ in " + a.identity());
        }
        var heads = new ArrayList<Head>();
        a.identity().forEach(column -> heads.add(a.rows().heads().get(a.rows().index(column))));
        heads.addAll(BEHIND_IDENTITY);
        return new Sheet("differences", heads, rows);
    }

    private static Map<List<String>, List<List<String>>> groups(Side side) {
        var places = side.rows().indices(side.identity());
        var groups = new LinkedHashMap<List<String>, List<List<String>>>();
        side.rows().rows().forEach(row -> groups.computeIfAbsent(Sheet.at(row, places), _ -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private Optional<List<String>> compared(String measure, List<List<String>> ofA, List<List<String>> ofB) {
        var first = bySeed(a, measure, ofA);
        var second = bySeed(b, measure, ofB);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        var shared = first.keySet().stream().filter(second::containsKey).toList();
        if (!shared.isEmpty()) {
            first.keySet().retainAll(shared);
            second.keySet().retainAll(shared);
        }
        var as = values(first);
        var bs = values(second);
        var difference = shared.isEmpty() ? Interval.welch(as, bs) : Interval.of(paired(first, second));
        return Optional.of(List.of(
                measure,
                shared.isEmpty() ? "none" : "seed",
                Integer.toString(as.length),
                Integer.toString(bs.length),
                number(Interval.of(as).mean()),
                number(Interval.of(bs).mean()),
                number(difference.mean()),
                number(difference.low()),
                number(difference.high())));
    }

    private static NavigableMap<String, Double> bySeed(Side side, String measure, List<List<String>> rows) {
        var values = new TreeMap<String, Double>();
        for (var row : rows) {
            OptionalDouble value = side.rows().number(row, measure);
            if (value.isPresent() && values.put(side.rows().at(row, Side.SEED), value.getAsDouble()) != null) {
                throw new NotComparable(side.name() + " has several rows of one seed that nothing tells apart: "
                        + Sheet.at(row, side.rows().indices(side.identity())));
            }
        }
        return values;
    }

    private static double[] values(Map<String, Double> bySeed) {
        return bySeed.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] paired(Map<String, Double> first, Map<String, Double> second) {
        return first.keySet().stream()
                .mapToDouble(seed -> second.getOrDefault(seed, Double.NaN) - first.getOrDefault(seed, Double.NaN))
                .toArray();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
