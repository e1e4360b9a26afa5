package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/** Precision = |recommendations ∩ G| ÷ recommendations asked for, in 0…1; a short list is not rewarded (D23, §5.1). */
public record Precision() implements ListMeasure {
    public static final Measure MEASURE =
            new Measure("precision", "ratio", Measure.Better.MORE, "relevant tracks ÷ length of the list", "D23, §5.1");

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public double of(JudgedList list) {
        return (double) list.hitRanks().length / list.asked();
    }
}
