package chorus.config.kinds;

import chorus.config.tree.NearestWord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Finds what a mistyped key was meant to be: among its neighbours first, then in the whole tree. */
public final class NearestKey {
    private NearestKey() {}

    /** @param tree the record of the whole tree */
    public static String unknown(Class<? extends Record> tree, String key, String path, List<String> here) {
        var prefix = path.isEmpty() ? "" : path + ".";
        var near =
                NearestWord.lastOf(key, here.stream().map(name -> prefix + name).toList());
        if (near.isEmpty()) {
            near = NearestWord.lastOf(key, paths(tree, ""));
        }
        return "unknown setting; "
                + (near.isEmpty()
                        ? (path.isEmpty() ? "known are " : "known in " + path + " are ") + String.join(", ", here)
                        : "did you mean " + String.join(" or ", near) + "?");
    }

    private static List<String> paths(Class<?> type, String prefix) {
        var paths = new ArrayList<>(Kinds.keys(type.asSubclass(Record.class)).stream()
                .map(key -> prefix + key)
                .toList());
        for (var part : type.getRecordComponents()) {
            var path = prefix + part.getName();
            var inner = element(part.getGenericType());
            if (inner instanceof Class<?> nested && nested.isRecord() && !Kinds.isBeside(part)) {
                var listed = part.getType() == List.class && !Kinds.isOneOrMore(part);
                paths.addAll(paths(nested, path + (listed ? "[0]." : ".")));
            }
        }
        return paths;
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }
}
