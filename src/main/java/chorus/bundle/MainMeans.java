package chorus.bundle;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.experiment.sweep.Averaged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The means of the main measures as people read them: a row what was run, a column a measure with its interval. */
final class MainMeans {
    private static final String MEASURE = "measure";

    private MainMeans() {}

    static Sheet of(Sheet means) {
        var measures = Averaged.COLUMNS_OF_SEVERAL_WORLDS.stream()
                .filter(each -> means.distinct(MEASURE).contains(each.name()))
                .toList();
        var named = means.index(MEASURE);
        var groups = new LinkedHashMap<List<String>, Map<String, String>>();
        means.rows().forEach(row -> groups.computeIfAbsent(row.subList(0, named), _ -> new LinkedHashMap<>())
                .put(row.get(named), interval(means, row)));
        var heads = new ArrayList<>(means.heads().subList(0, named));
        measures.forEach(each -> heads.add(Head.text(each.name(), "")));
        var rows = new ArrayList<List<String>>();
        groups.forEach((group, intervals) -> {
            var row = new ArrayList<>(group);
            measures.forEach(each -> row.add(intervals.getOrDefault(each.name(), "")));
            rows.add(row);
        });
        return new Sheet(means.name(), heads, rows);
    }

    private static String interval(Sheet means, List<String> row) {
        var decimals = Averaged.ALL.stream()
                .filter(each -> each.name().equals(row.get(means.index(MEASURE))))
                .mapToInt(Averaged::decimals)
                .findFirst()
                .orElse(4);
        var mean = rounded(means.number(row, "mean").orElseThrow(), decimals);
        return means.number(row, "low").isEmpty()
                ? mean
                : mean + " [" + rounded(means.number(row, "low").orElseThrow(), decimals) + ", "
                        + rounded(means.number(row, "high").orElseThrow(), decimals) + "]";
    }

    private static String rounded(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
