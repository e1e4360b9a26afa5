package chorus.bundle.compare;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.experiment.sweep.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The means of both bundles in one sheet, which one it is being one more varied key: what figures are drawn of. */
final class Overlay {
    static final String BUNDLE = "bundle";

    private Overlay() {}

    static Sheet of(Comparison both) {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < both.sides().size(); i++) {
            add(rows, both, both.sides().get(i), both.names().get(i));
        }
        var heads = new ArrayList<Head>();
        heads.add(Head.text(BUNDLE, ""));
        var first = both.sides().getFirst();
        first.identity()
                .forEach(column ->
                        heads.add(first.rows().heads().get(first.rows().index(column))));
        heads.addAll(List.of(Head.text("measure", ""), Head.number("mean", ""), Head.number("high", "")));
        return new Sheet("overlay", heads, rows);
    }

    private static void add(List<List<String>> rows, Comparison both, Side side, String name) {
        var places = side.rows().indices(side.identity());
        var groups = new LinkedHashMap<List<String>, List<List<String>>>();
        side.rows().rows().forEach(row -> groups.computeIfAbsent(Sheet.at(row, places), _ -> new ArrayList<>())
                .add(row));
        groups.forEach((identity, group) -> both.measures().forEach(measure -> {
            var values = group.stream()
                    .flatMapToDouble(row -> side.rows().number(row, measure).stream())
                    .toArray();
            if (values.length > 0) {
                var interval = Interval.of(values);
                var row = new ArrayList<String>();
                row.add(name);
                row.addAll(identity);
                row.add(measure);
                row.add(Double.toString(interval.mean()));
                row.add(Double.isNaN(interval.high()) ? "" : Double.toString(interval.high()));
                rows.add(row);
            }
        }));
    }
}
