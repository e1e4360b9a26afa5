package chorus.retrain;

import chorus.rows.TrackCountRow;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;

/** Track counts by track id, 0 where there is no row: the twin's, and the rows in which another world differs. */
final class TrackCountRows {
    private final Int2ObjectOpenHashMap<TrackCountRow> differing;
    private final Distinctions distinctions;
    private int[] twin;

    /** @param distinctions is told what differs in the rows that are kept */
    TrackCountRows(Distinctions distinctions) {
        this(new Int2ObjectOpenHashMap<>(), distinctions, new int[0]);
    }

    private TrackCountRows(Int2ObjectOpenHashMap<TrackCountRow> differing, Distinctions distinctions, int[] twin) {
        this.differing = differing;
        this.distinctions = distinctions;
        this.twin = twin;
    }

    /** @param told of what differs from now on, and knows what does so far */
    TrackCountRows copy(Distinctions told) {
        return new TrackCountRows(differing.clone(), told, twin.clone());
    }

    void put(TrackCountRow row) {
        remove(row.track());
        if (row.track() >= twin.length) {
            twin = Arrays.copyOf(twin, row.track() + row.track() / 2 + 1);
        }
        twin[row.track()] = row.count();
        if (row.worlds().length > 0) {
            differing.put(row.track(), row);
            distinctions.add(row.worlds());
        }
    }

    void remove(int track) {
        if (track >= 0 && track < twin.length) {
            twin[track] = 0;
        }
        var row = differing.remove(track);
        if (row != null) {
            distinctions.remove(row.worlds());
        }
    }

    /**
     * The counts in a world, an array of its own.
     *
     * @param world by its bit
     */
    int[] counts(int world) {
        var counts = twin.clone();
        differing.values().forEach(row -> counts[row.track()] = row.in(world));
        return counts;
    }
}
