package chorus.altruism.platform;

import java.util.Arrays;

/**
 * What is known of one user, by item: what she said of what she met, and over it what she says for others' sake. Only one of both
 * need be there.
 */
public final class RatedRow {
    private static final double NOTHING = Double.NaN;

    private int size;
    private int[] items = new int[8];
    private double[] told = new double[8];
    private double[] uprated = new double[8];

    /** What the user met is told once; later meetings add nothing. */
    public void tell(int item, double value) {
        var at = place(item);
        if (Double.isNaN(told[at])) {
            told[at] = value;
        }
    }

    public void uprate(int item, double value) {
        var at = place(item);
        uprated[at] = value;
    }

    /** What was told shows again; where nothing was, the item is unknown. */
    public void withdraw(int item) {
        var at = Arrays.binarySearch(items, 0, size, item);
        if (at < 0) {
            return;
        }
        uprated[at] = NOTHING;
        if (Double.isNaN(told[at])) {
            remove(at);
        }
    }

    public int size() {
        return size;
    }

    /** The n-th item, in ascending id. */
    public int item(int n) {
        return items[n];
    }

    /** What the platform reads of the n-th item. */
    public double value(int n) {
        return Double.isNaN(uprated[n]) ? told[n] : uprated[n];
    }

    /** Whether the user is known to have met the item herself. */
    public boolean isTold(int item) {
        var at = Arrays.binarySearch(items, 0, size, item);
        return at >= 0 && !Double.isNaN(told[at]);
    }

    private int place(int item) {
        var at = Arrays.binarySearch(items, 0, size, item);
        if (at >= 0) {
            return at;
        }
        var to = -at - 1;
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
            told = Arrays.copyOf(told, 2 * size);
            uprated = Arrays.copyOf(uprated, 2 * size);
        }
        System.arraycopy(items, to, items, to + 1, size - to);
        System.arraycopy(told, to, told, to + 1, size - to);
        System.arraycopy(uprated, to, uprated, to + 1, size - to);
        items[to] = item;
        told[to] = NOTHING;
        uprated[to] = NOTHING;
        size++;
        return to;
    }

    private void remove(int at) {
        System.arraycopy(items, at + 1, items, at, size - at - 1);
        System.arraycopy(told, at + 1, told, at, size - at - 1);
        System.arraycopy(uprated, at + 1, uprated, at, size - at - 1);
        size--;
    }
}
