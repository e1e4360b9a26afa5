package chorus.config.altruism;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A world of a run, with its altruists; the twin has none.
 *
 * @param collective as the run begins
 * @param turns what orders make of it, by the round from which on
 */
public record World(String name, Optional<Collective> collective, SortedMap<Integer, Collective> turns) {
    public World {
        turns = Collections.unmodifiableSortedMap(new TreeMap<>(turns));
    }

    public World(String name, Optional<Collective> collective) {
        this(name, collective, Collections.emptySortedMap());
    }

    /** The same under another name. */
    public World named(String other) {
        return new World(other, collective, turns);
    }

    /** What its altruists become in a round, where an order makes them something else there. */
    public Optional<Collective> turn(int round) {
        return Optional.ofNullable(turns.get(round));
    }

    /** Its altruists after all that was ordered. */
    public Optional<Collective> newest() {
        return turns.isEmpty() ? collective : turn(turns.lastKey());
    }

    World turning(int round, Collective to) {
        var more = new TreeMap<>(turns);
        more.put(round, to);
        return new World(name, collective, more);
    }
}
