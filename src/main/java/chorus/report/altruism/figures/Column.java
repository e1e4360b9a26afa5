package chorus.report.altruism.figures;

import chorus.ratings.results.RoundRow;
import chorus.report.altruism.figures.Swept.Course;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands side by side in a figure of lines: its curves by what the legend calls them. */
record Column(String title, Map<String, List<Spot>> curves) {
    /** A place along the axis, and what came there in each seed. */
    record Spot(double x, List<RoundRow> seeds) {}

    /** A line a value of the longest key and a world, along the rounds. */
    static List<Column> overRounds(Swept swept) {
        var own = swept.longest(List.of()).stream().toList();
        var columns = new Gathered(swept, own);
        for (var course : swept.courses()) {
            for (var round = 0; round < course.rounds(); round++) {
                columns.add(course, new Spot(round, course.at(round)));
            }
        }
        return columns.all();
    }

    /** The last round along a key, a line a value of the longest other key and a world. */
    static List<Column> along(Swept swept, Key axis) {
        var own = new ArrayList<>(List.of(axis));
        swept.longest(own).ifPresent(own::add);
        var columns = new Gathered(swept, own.subList(1, own.size()), axis);
        for (var course : swept.courses()) {
            columns.add(course, new Spot(Double.parseDouble(course.value(axis)), course.at(course.rounds() - 1)));
        }
        return columns.all();
    }

    private static final class Gathered {
        private final Swept swept;
        private final List<Key> line;
        private final List<Key> rest;
        private final Map<String, Column> columns = new LinkedHashMap<>();

        Gathered(Swept swept, List<Key> line, Key... axis) {
            this.swept = swept;
            this.line = line;
            this.rest = swept.keys().stream()
                    .filter(key -> !line.contains(key) && !List.of(axis).contains(key))
                    .toList();
        }

        void add(Course course, Spot spot) {
            columns.computeIfAbsent(swept.label(course, rest, false), title -> new Column(title, new LinkedHashMap<>()))
                    .curves()
                    .computeIfAbsent(swept.label(course, line, true), _ -> new ArrayList<>())
                    .add(spot);
        }

        List<Column> all() {
            columns.values()
                    .forEach(column ->
                            column.curves().values().forEach(spots -> spots.sort(Comparator.comparingDouble(Spot::x))));
            return List.copyOf(columns.values());
        }
    }
}
