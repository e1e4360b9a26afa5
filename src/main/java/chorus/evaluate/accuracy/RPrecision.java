package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/** R-precision, plain = hits among the first K recommendations ÷ K, in 0…1 (the field's definition, without artists). */
public record RPrecision() implements ListMeasure {
    public static final Measure MEASURE = new Measure(
            "r_precision", "ratio", Measure.Better.MORE, "R-precision, plain form", "the field's definition");

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public double of(JudgedList list) {
        return (double) list.hitsWithinK() / list.heldOut();
    }
}
