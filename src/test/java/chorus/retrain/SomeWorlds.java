package chorus.retrain;

import chorus.worlds.Worlds;
import java.util.LinkedHashMap;
import java.util.Set;

/** Worlds for tests. */
final class SomeWorlds {
    private SomeWorlds() {}

    /** The twin, one of the campaign a, one of b, and one where both meet; by bits and as shown in this order. */
    static Worlds twinAndTwo() {
        var worlds = new LinkedHashMap<String, Set<String>>();
        worlds.put("twin", Set.of());
        worlds.put("onlyA", Set.of("a"));
        worlds.put("onlyB", Set.of("b"));
        worlds.put("both", Set.of("a", "b"));
        return Worlds.of(worlds);
    }
}
