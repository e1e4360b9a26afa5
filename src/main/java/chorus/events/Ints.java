package chorus.events;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.apache.avro.generic.PrimitivesArrays.IntArray;

/** An int array as the list that generated records want, boxed one element at a time while it is written. */
final class Ints extends AbstractList<Integer> implements RandomAccess {
    private final int[] values;

    Ints(int[] values) {
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

    static int[] array(List<Integer> list) {
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
