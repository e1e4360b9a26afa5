package chorus.config;

import chorus.config.kinds.Kinds;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a mistyped key was meant to be: among its neighbours first, then in the whole tree. */
final class NearestKey {
    private NearestKey() {}

    static String unknown(String key, String path, List<String> here) {
        var prefix = path.isEmpty() ? "" : path + ".";
        var near = nearest(key, here.stream().map(name -> prefix + name).toList());
        if (near.isEmpty()) {
            near = nearest(key, paths(Settings.class, ""));
        }
        return "unknown setting; "
                + (near.isEmpty()
                        ? (path.isEmpty() ? "known are " : "known in " + path + " are ") + String.join(", ", here)
                        : "did you mean " + String.join(" or ", near) + "?");
    }

    private static List<String> nearest(String key, List<String> paths) {
        var limit = 1 + key.length() / 4;
        return paths.stream()
                .filter(path -> distance(key, path) <= limit)
                .sorted(Comparator.comparingInt((String path) -> distance(key, path))
                        .thenComparing(path -> path))
                .limit(2)
                .toList();
    }

    /** Letters to insert, delete or exchange until {@code key} is the last word of {@code path}; upper case does not matter. */
    private static int distance(String key, String path) {
        var a = key.toLowerCase(Locale.ROOT);
        var b = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var above = row[j];
                var exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static List<String> paths(Class<?> type, String prefix) {
        var paths = new ArrayList<>(Kinds.keys(type.asSubclass(Record.class)).stream()
                .map(key -> prefix + key)
                .toList());
        for (var part : type.getRecordComponents()) {
            var path = prefix + part.getName();
            var inner = element(part.getGenericType());
            if (inner instanceof Class<?> nested && nested.isRecord()) {
                paths.addAll(paths(nested, path + (inner == part.getType() ? "." : "[0].")));
            }
        }
        return paths;
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }
}
