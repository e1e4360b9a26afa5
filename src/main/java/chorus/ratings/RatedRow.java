package chorus.ratings;

import java.util.Arrays;
import java.util.stream.IntStream;

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

    /** Takes what becomes known; what a rating says of user and round is the caller's. */
    public void apply(Rating rating) {
        switch (rating.kind()) {
            case EXPLORED, CONSUMED -> tell(rating.item(), rating.value());
            case ALTRUISTIC -> uprate(rating.item(), rating.value());
            case WITHDRAWN -> withdraw(rating.item());
        }
    }

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

    /** The place of an item; negative where nothing is known of it. */
    public int find(int item) {
        return Arrays.binarySearch(items, 0, size, item);
    }

    /** Whether the user is known to have met the item herself. */
    public boolean isTold(int item) {
        var at = find(item);
        return at >= 0 && !Double.isNaN(told[at]);
    }

    /** All items of which something is known, ascending. */
    public IntStream items() {
        return Arrays.stream(items, 0, size);
    }

    /** What was told of the n-th item; NaN where nothing was. */
    public double told(int n) {
        return told[n];
    }

    /** What is said of the n-th item for others' sake; NaN where nothing is. */
    public double uprated(int n) {
        return uprated[n];
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
