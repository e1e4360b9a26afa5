package chorus.evaluate.bias;

import chorus.rows.results.Measure;

/** Catalogue coverage = distinct recommended tracks ÷ tracks of the catalogue, in 0…1 (D23, §5.1). */
public final class Coverage {
    public static final Measure MEASURE = new Measure(
            "coverage", "ratio", Measure.Better.MORE, "distinct recommended tracks ÷ catalogue", "D23, §5.1");

    private Coverage() {}

    static double of(long[] counts) {
        var distinct = 0;
        for (var count : counts) {
            distinct += count > 0 ? 1 : 0;
        }
        return counts.length == 0 ? 0 : (double) distinct / counts.length;
    }
}
