package chorus.recommend;

/** A sparse row of weights, ascending by track id; reused from seed track to seed track. */
final class Row {
    private int[] to = new int[0];
    private double[] weight = new double[0];
    private int size;

    /** Empties the row and makes room for {@code capacity} entries. */
    void clear(int capacity) {
        size = 0;
        if (to.length < capacity) {
            to = new int[capacity + capacity / 2];
            weight = new double[to.length];
        }
    }

    void add(int track, double value) {
        to[size] = track;
        weight[size++] = value;
    }

    int size() {
        return size;
    }

    int track(int i) {
        return to[i];
    }

    double weight(int i) {
        return weight[i];
    }

    /** Brings the row to Euclidean length {@code length}; a row without weight stays as it is. */
    void normalise(double length) {
        var squares = 0.0;
        for (var i = 0; i < size; i++) {
            squares += weight[i] * weight[i];
        }
        if (squares > 0) {
            var norm = Math.sqrt(squares);
            for (var i = 0; i < size; i++) {
                weight[i] = length * (weight[i] / norm);
            }
        }
    }
}
