package chorus.verify;

import chorus.broker.Catalogue;
import chorus.broker.Cluster;
import chorus.playlist.Track;
import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * The published pair counts of the newest complete epoch as CSV, the tracks named as in the input, sorted by these names: so
 * that an outsider can check them. Pairs without a count in either world are left out.
 */
public final class CountsExport {
    private static final String HEADER =
            "from_track,to_track,window_factual,adjacent_factual,window_counterfactual,adjacent_counterfactual";

    private CountsExport() {}

    private record Line(String to, PairRow row, int at) {}

    /** @return the epoch that was written; empty where none is complete before {@code stop} */
    public static OptionalLong write(Cluster cluster, Appendable out, BooleanSupplier stop)
            throws IOException, InterruptedException {
        var published = new Published();
        var epoch = Verifier.read(cluster, published, stop);
        if (epoch.isPresent()) {
            try (var tracks = Catalogue.open(cluster)) {
                write(published, id -> tracks.track(id).map(Track::uri).orElse("#" + id), out);
            }
        }
        return epoch;
    }

    static void write(Published published, IntFunction<String> name, Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        var rows = new TreeMap<String, List<PairRow>>();
        for (var row : published.chunks()) {
            rows.computeIfAbsent(name.apply(row.track()), from -> new ArrayList<>())
                    .add(row);
        }
        for (var from : rows.entrySet()) {
            for (var line : lines(from.getValue(), name)) {
                write(from.getKey(), line, out);
            }
        }
    }

    private static List<Line> lines(List<PairRow> chunks, IntFunction<String> name) {
        var lines = new ArrayList<Line>();
        for (var row : chunks) {
            for (var i = 0; i < row.to().length; i++) {
                if (counted(row.factual(), i) || counted(row.counterfactual(), i)) {
                    lines.add(new Line(name.apply(row.to()[i]), row, i));
                }
            }
        }
        lines.sort(Comparator.comparing(Line::to));
        return lines;
    }

    private static boolean counted(PairCounts counts, int i) {
        return counts.window()[i] != 0 || counts.adjacent()[i] != 0;
    }

    private static void write(String from, Line line, Appendable out) throws IOException {
        out.append(quoted(from)).append(',').append(quoted(line.to()));
        write(line.row().factual(), line.at(), out);
        write(line.row().counterfactual(), line.at(), out);
        out.append('\n');
    }

    private static void write(PairCounts counts, int i, Appendable out) throws IOException {
        out.append(',').append(Integer.toString(counts.window()[i]));
        out.append(',').append(Integer.toString(counts.adjacent()[i]));
    }

    /** As RFC 4180 has it: in quotes where a comma, a quote or a line break would mislead. */
    static String quoted(String field) {
        return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
