package chorus.recommend;

import chorus.config.RecommendSettings.Normalisation;
import java.util.Arrays;

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

    /** The weight of a track; 0 where the row does not hold it. */
    double weightOf(int track) {
        var at = Arrays.binarySearch(to, 0, size, track);
        return at < 0 ? 0 : weight[at];
    }

    /** Brings the row to {@code length}; a row without weight stays as it is. */
    void normalise(Normalisation kind, double length) {
        var norm = norm(kind);
        for (var i = 0; i < size && norm > 0; i++) {
            weight[i] = length * (weight[i] / norm);
        }
    }

    private double norm(Normalisation kind) {
        var norm = 0.0;
        for (var i = 0; i < size; i++) {
            norm = switch (kind) {
                case L2 -> norm + weight[i] * weight[i];
                case L1 -> norm + weight[i];
                case max -> Math.max(norm, weight[i]);
                case none -> 1;
            };
        }
        return kind == Normalisation.L2 ? Math.sqrt(norm) : norm;
    }

    /** Adds the weights of a row that holds no track beyond those of this one. */
    void add(Row within) {
        var at = 0;
        for (var i = 0; i < within.size; i++) {
            while (to[at] != within.to[i]) {
                at++;
            }
            weight[at] += within.weight[i];
        }
    }
}
