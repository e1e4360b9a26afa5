package chorus.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What the platform reads of a user at the end of a round, in every world.
 *
 * @param parts by the worlds in which it is so; an item stands in several where worlds know otherwise of it, and then in disjoint sets
 */
public record RatedUser(int user, List<Part> parts) implements RatedEntry {
    public RatedUser {
        parts = List.copyOf(parts);
    }

    /**
     * What some worlds know alike.
     *
     * @param worlds bits of their places, bit 0 for the twin
     * @param items ascending
     * @param values parallel to {@code items}
     */
    public record Part(int worlds, int[] items, double[] values) {}

    /** @param rows one for each world, by its place */
    public static RatedUser of(int user, RatedRow[] rows) {
        var parts = new TreeMap<Integer, List<Cell>>();
        for (var item : items(rows)) {
            var left = (1 << rows.length) - 1;
            for (var world = 0; world < rows.length; world++) {
                var at = rows[world].find(item);
                if ((left >> world & 1) != 0 && at >= 0) {
                    var value = rows[world].value(at);
                    var alike = alike(rows, item, value, left);
                    left &= ~alike;
                    parts.computeIfAbsent(alike, _ -> new ArrayList<>()).add(new Cell(item, value));
                }
            }
        }
        return new RatedUser(
                user,
                parts.entrySet().stream()
                        .map(part -> part(part.getKey(), part.getValue()))
                        .toList());
    }

    private record Cell(int item, double value) {}

    private static int[] items(RatedRow[] rows) {
        return Arrays.stream(rows)
                .flatMapToInt(RatedRow::items)
                .sorted()
                .distinct()
                .toArray();
    }

    private static int alike(RatedRow[] rows, int item, double value, int among) {
        var alike = 0;
        for (var world = 0; world < rows.length; world++) {
            var at = rows[world].find(item);
            if ((among >> world & 1) != 0 && at >= 0 && same(rows[world].value(at), value)) {
                alike |= 1 << world;
            }
        }
        return alike;
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    private static Part part(int worlds, List<Cell> cells) {
        return new Part(
                worlds,
                cells.stream().mapToInt(Cell::item).toArray(),
                cells.stream().mapToDouble(Cell::value).toArray());
    }

    /** What a world knows; told and uprated are one here. */
    public RatedRow in(int world) {
        var row = new RatedRow();
        for (var part : parts) {
            if ((part.worlds >> world & 1) != 0) {
                for (var n = 0; n < part.items.length; n++) {
                    row.tell(part.items[n], part.values[n]);
                }
            }
        }
        return row;
    }
}
