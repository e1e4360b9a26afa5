package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.Input;
import chorus.simulate.replay.input.Remark;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** A playlist while it is read: its entries in the order of the file, each with its position where the file gives one. */
final class Draft {
    private final IntArrayList tracks = new IntArrayList();
    private final LongArrayList positions = new LongArrayList();
    private int placed;
    private boolean ascending = true;

    /** Empties it for another playlist. */
    void clear() {
        tracks.clear();
        positions.clear();
        placed = 0;
        ascending = true;
    }

    /** @param position 0 and up; a negative one stands for none */
    void add(int track, long position) {
        tracks.add(track);
        placed += position < 0 ? 0 : 1;
        ascending &= positions.isEmpty() || positions.getLong(positions.size() - 1) <= position;
        positions.add(position);
    }

    /** All entries in order of position where each has one, equal ones as in the file; else as in the file. */
    int[] inOrder(Input at) {
        if (placed > 0 && placed < tracks.size()) {
            at.note(Remark.PARTLY_PLACED, placed + " of " + tracks.size());
        }
        if (placed < tracks.size() || ascending) {
            return tracks.toIntArray();
        }
        var order = new int[tracks.size()];
        for (var i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.mergeSort(order, (a, b) -> Long.compare(positions.getLong(a), positions.getLong(b)));
        for (var i = 0; i < order.length; i++) {
            order[i] = tracks.getInt(order[i]);
        }
        return order;
    }
}
