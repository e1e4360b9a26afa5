package chorus.report.altruism.figures;

import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a sweep came to. Runs that differ in their seed alone are one, and the twin is told of beside the other worlds.
 *
 * @param keys those that have several values, but for the seed
 */
record Swept(List<Key> keys, List<String> seeds, List<Course> courses) {
    private static final String SEED = "randomSeed";

    /** A world under a combination of values; {@code seeds} has its rounds for each. */
    record Course(Map<Key, String> values, String world, List<List<RoundRow>> seeds) {
        List<RoundRow> at(int round) {
            return seeds.stream().map(rows -> rows.get(round)).toList();
        }

        int rounds() {
            return seeds.stream().mapToInt(List::size).min().orElse(0);
        }

        String value(Key key) {
            return values.getOrDefault(key, "");
        }
    }

    static Swept of(List<String> paths, Map<List<String>, List<RoundRow>> runs) {
        var all = IntStream.range(0, paths.size())
                .mapToObj(i -> new Key(
                        paths.get(i),
                        runs.keySet().stream()
                                .map(values -> values.get(i))
                                .distinct()
                                .toList()))
                .toList();
        var keys = all.stream()
                .filter(key -> key.values().size() > 1 && !key.path().equals(SEED))
                .toList();
        var courses = new LinkedHashMap<List<String>, Course>();
        runs.forEach((values, rows) -> {
            var own = new LinkedHashMap<Key, String>();
            keys.forEach(key -> own.put(key, values.get(all.indexOf(key))));
            byWorld(rows).forEach((world, mine) -> {
                var name = new ArrayList<>(own.values());
                name.add(world);
                courses.computeIfAbsent(name, _ -> new Course(own, world, new ArrayList<>()))
                        .seeds()
                        .add(mine);
            });
        });
        var seeds = all.stream().filter(key -> key.path().equals(SEED)).findFirst();
        return new Swept(keys, seeds.map(Key::values).orElse(List.of()), List.copyOf(courses.values()));
    }

    private static Map<String, List<RoundRow>> byWorld(List<RoundRow> rows) {
        return rows.stream()
                .filter(row -> row.campaign().belief().isPresent())
                .collect(Collectors.groupingBy(RoundRow::world, LinkedHashMap::new, Collectors.toList()));
    }

    /** The numeric keys of three values or more: a value in which members speak first, then those of most values. */
    List<Key> axes() {
        return keys.stream()
                .filter(key -> key.isNumeric() && key.values().size() > 2)
                .sorted(Comparator.comparing((Key key) -> !key.isEta())
                        .thenComparingInt(key -> -key.values().size()))
                .toList();
    }

    /** Of those that are not on an axis yet, the key of most values. */
    Optional<Key> longest(List<Key> without) {
        return keys.stream().filter(key -> !without.contains(key)).min(Comparator.comparingInt(key -> -key.values()
                .size()));
    }

    /** A course by its values of keys, and by its world where there are several, or nothing else to name it by. */
    String label(Course course, List<Key> by, boolean world) {
        var words =
                by.stream().map(key -> key.with(course.value(key))).collect(Collectors.toCollection(ArrayList::new));
        var several = courses.stream().map(Course::world).distinct().count() > 1;
        if (world && (several || words.isEmpty())) {
            words.add(course.world());
        }
        return String.join(", ", words);
    }

    int rounds() {
        return courses.stream().mapToInt(Course::rounds).max().orElse(0);
    }

    /** What a figure says of its figures. */
    String said(String what) {
        var sizes = new TreeSet<Integer>();
        courses.forEach(course -> sizes.add(course.rounds() - 1));
        var last = sizes.stream().map(Object::toString).collect(Collectors.joining(", "));
        return what
                + (what.isEmpty() ? "" : " " + last + "; ")
                + (seeds.size() > 1 ? "mean over seeds " + String.join(", ", seeds) : "one seed");
    }
}
