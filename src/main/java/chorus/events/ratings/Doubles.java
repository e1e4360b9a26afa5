package chorus.events.ratings;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An array of doubles as the list that generated records want, boxed one element at a time while it is written. */
final class Doubles extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    Doubles(double[] values) {
        this.values = values;
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    static double[] array(List<Double> list) {
        return list.stream().mapToDouble(value -> value).toArray();
    }
}
