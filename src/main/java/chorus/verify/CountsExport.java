package chorus.verify;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.playlist.Track;
import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.verify.Verifier.GivenUp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * The published pair counts of the newest complete epoch as CSV, the tracks named as in the input, sorted by these names: so
 * that an outsider can check them. Two columns a world, which they name. Pairs without a count in every world are left out.
 */
public final class CountsExport {
    private CountsExport() {}

    /**
     * A pair's line.
     *
     * @param counts of its row, by world in the order of the columns
     * @param at its index in the row
     */
    private record Line(String to, List<PairCounts> counts, int at) {
        boolean isCounted() {
            return counts.stream().anyMatch(in -> in.window()[at] != 0 || in.adjacent()[at] != 0);
        }
    }

    /**
     * Writes the whole file.
     *
     * @param shown the worlds by name, in the order of the columns; where these are not the ones that were published, those are
     *     written in the order of their marks
     * @return the epoch that was written
     * @throws GivenUp where none was complete before {@code stop}
     */
    public static long write(Cluster cluster, List<String> shown, Appendable out, BooleanSupplier stop)
            throws IOException, InterruptedException {
        var published = new Published();
        var epoch = Verifier.read(cluster, published, stop);
        try (var tracks = Announced.open(cluster)) {
            write(published, shown, id -> tracks.track(id).map(Track::uri).orElse("#" + id), out);
        }
        return epoch;
    }

    static void write(Published published, List<String> shown, IntFunction<String> name, Appendable out)
            throws IOException {
        var names = published.worlds();
        var columns = shown.size() == names.size() && Set.copyOf(shown).equals(Set.copyOf(names)) ? shown : names;
        header(columns, out);
        var rows = new TreeMap<String, List<PairRow>>();
        for (var row : published.chunks()) {
            rows.computeIfAbsent(name.apply(row.track()), from -> new ArrayList<>())
                    .add(row);
        }
        var bits = columns.stream().map(names::indexOf).toList();
        for (var from : rows.entrySet()) {
            for (var line : lines(from.getValue(), bits, name)) {
                write(from.getKey(), line, out);
            }
        }
    }

    private static void header(List<String> columns, Appendable out) throws IOException {
        out.append("from_track,to_track");
        for (var world : columns) {
            out.append(',').append(quoted("window_" + world));
            out.append(',').append(quoted("adjacent_" + world));
        }
        out.append('\n');
    }

    private static List<Line> lines(List<PairRow> chunks, List<Integer> worlds, IntFunction<String> name) {
        var lines = new ArrayList<Line>();
        for (var row : chunks) {
            var counts = worlds.stream().map(row::in).toList();
            for (var i = 0; i < row.to().length; i++) {
                var line = new Line(name.apply(row.to()[i]), counts, i);
                if (line.isCounted()) {
                    lines.add(line);
                }
            }
        }
        lines.sort(Comparator.comparing(Line::to));
        return lines;
    }

    private static void write(String from, Line line, Appendable out) throws IOException {
        out.append(quoted(from)).append(',').append(quoted(line.to()));
        for (var counts : line.counts()) {
            out.append(',').append(Integer.toString(counts.window()[line.at()]));
            out.append(',').append(Integer.toString(counts.adjacent()[line.at()]));
        }
        out.append('\n');
    }

    /** As RFC 4180 has it: in quotes where a comma, a quote or a line break would mislead. */
    static String quoted(String field) {
        return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
