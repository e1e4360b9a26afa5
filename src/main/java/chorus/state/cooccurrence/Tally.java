package chorus.state.cooccurrence;

import chorus.rows.CountsMark.WorldDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The running fingerprint of what a set of rows holds, by world: exchanged count by count as rows are merged. */
public final class Tally {
    /** The twin's, then by how much each other world's differs from it. */
    private final List<WorldDigest> parts;

    private Tally(List<WorldDigest> parts) {
        this.parts = new ArrayList<>(parts);
    }

    public static Tally empty(int worlds) {
        return new Tally(Collections.nCopies(worlds, WorldDigest.NONE));
    }

    /** What {@link #parts} gave. */
    public static Tally of(List<WorldDigest> parts) {
        return new Tally(parts);
    }

    /** The twin's fingerprint, then by how much each other world's differs from it. */
    public List<WorldDigest> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** The same with worlds added that differ in nothing from the twin. */
    public Tally widened(int worlds) {
        var more = new ArrayList<>(parts);
        while (more.size() < worlds) {
            more.add(WorldDigest.NONE);
        }
        return new Tally(more);
    }

    public int worlds() {
        return parts.size();
    }

    public WorldDigest of(int world) {
        return world == 0 ? parts.getFirst() : parts.getFirst().plus(parts.get(world));
    }

    /** Adds what one merge exchanged. */
    void add(Exchange exchange) {
        parts.set(0, parts.getFirst().plus(exchange.twin()));
        for (var world = 1; world < parts.size(); world++) {
            parts.set(world, parts.get(world).plus(exchange.other(world)));
        }
    }
}
