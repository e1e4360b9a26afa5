package chorus.rows;

import chorus.rows.results.Figures;
import java.util.HashMap;
import java.util.List;

/** Figures for tests, in the order of the schema. */
public final class SomeFigures {
    private static final List<String> ACCURACY =
            List.of("precision", "recall", "ndcg", "r_precision", "r_precision_artists", "clicks");
    private static final List<String> BIAS = List.of(
            "gini_tracks",
            "gini_artists",
            "lorenz_top10_tracks",
            "lorenz_top10_artists",
            "arp",
            "aplt",
            "coverage",
            "entropy");

    private SomeFigures() {}

    public static Figures accuracy(double... six) {
        return figures(ACCURACY, six);
    }

    public static Figures bias(double... eight) {
        return figures(BIAS, eight);
    }

    public static Figures laterBias(double... two) {
        return figures(List.of("gini_index_elliot", "gini_index_recbole"), two);
    }

    private static Figures figures(List<String> names, double... values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(values.length + " figures for " + names);
        }
        var figures = new HashMap<String, Double>();
        for (var i = 0; i < values.length; i++) {
            figures.put(names.get(i), values[i]);
        }
        return new Figures(figures);
    }
}
