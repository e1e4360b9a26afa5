package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/** Recall = |recommendations ∩ G| ÷ |G|, in 0…1 (D23, §5.1). */
public record Recall() implements ListMeasure {
    public static final Measure MEASURE =
            new Measure("recall", "ratio", Measure.Better.MORE, "relevant tracks ÷ held-out tracks", "D23, §5.1");

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public double of(JudgedList list) {
        return (double) list.hitRanks().length / list.heldOut();
    }
}
