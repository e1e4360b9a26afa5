package chorus.worlds;

import java.util.Set;

/**
 * One course of events over the organic listeners that all worlds share.
 *
 * @param bit its place in sets of worlds; 0 for the twin
 * @param campaigns those that happen in it, by name; none in the twin
 */
public record World(int bit, String name, Set<String> campaigns) {
    public World {
        campaigns = Set.copyOf(campaigns);
    }

    public boolean isTwin() {
        return bit == 0;
    }
}
