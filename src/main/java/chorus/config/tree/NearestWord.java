package chorus.config.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Finds what a mistyped word was meant to be. */
public final class NearestWord {
    private static final int SHOWN = 2;

    private NearestWord() {}

    /** The known words that are so near that they may be meant, the nearest first; two at most. Upper case does not matter. */
    public static List<String> of(String word, Collection<String> known) {
        return of(word, known, whole -> whole);
    }

    /** Of the paths those whose last step may be meant by {@code step}, likewise. */
    public static List<String> lastOf(String step, Collection<String> paths) {
        return of(step, paths, path -> path.substring(path.lastIndexOf('.') + 1));
    }

    private static List<String> of(String word, Collection<String> known, UnaryOperator<String> said) {
        var limit = 1 + word.length() / 4;
        return known.stream()
                .filter(each -> Math.abs(said.apply(each).length() - word.length()) <= limit)
                .filter(each -> distance(word, said.apply(each)) <= limit)
                .sorted(Comparator.comparingInt((String each) -> distance(word, said.apply(each)))
                        .thenComparing(each -> each))
                .limit(SHOWN)
                .toList();
    }

    /** Letters to insert, delete, exchange, or swap with their neighbour, until the one is the other. */
    private static int distance(String word, String other) {
        var a = word.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, i, j, a, b);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(int[][] rows, int i, int j, String a, String b) {
        var same = a.charAt(i - 1) == b.charAt(j - 1);
        var changed = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(changed, rows[i - 2][j - 2] + 1) : changed;
    }
}
