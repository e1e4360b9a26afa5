package chorus.events;

import chorus.playlist.TrackId;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.apache.avro.generic.PrimitivesArrays.IntArray;

/** An int array as the list that generated records want, boxed one element at a time while it is written. */
public final class Ints extends AbstractList<Integer> implements RandomAccess {
    private final int[] values;

    public Ints(int[] values) {
        this.values = values;
    }

    @Override
    public Integer get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    /** A track's id that was read, where it is one. */
    static int track(int id) {
        return below(TrackId.BOUND, id, "track id");
    }

    /** The tracks' ids that were read, where they are such. */
    static int[] tracks(int[] ids) {
        return below(TrackId.BOUND, ids, "track id");
    }

    static int[] below(int bound, int[] read, String what) {
        for (var each : read) {
            below(bound, each, what);
        }
        return read;
    }

    static int below(int bound, int read, String what) {
        if (read < 0 || read >= bound) {
            throw new IllegalArgumentException(what + " " + read + ": must lie in 0…" + (bound - 1));
        }
        return read;
    }

    public static int[] array(List<Integer> list) {
        var array = new int[list.size()];
        if (list instanceof IntArray ints) {
            for (var i = 0; i < array.length; i++) {
                array[i] = ints.getInt(i);
            }
        } else {
            for (var i = 0; i < array.length; i++) {
                array[i] = list.get(i);
            }
        }
        return array;
    }
}
