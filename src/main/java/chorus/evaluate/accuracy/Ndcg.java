package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/**
 * NDCG = Σ over hits of 1/log₂(i + 2) ÷ Σ_{i &lt; K} 1/log₂(i + 2), i the 0-based rank, in 0…1: the discounted gain of the whole
 * list against that of a list which begins with all K held-out tracks (RecSys Challenge 2018; D23, §5.1).
 */
public record Ndcg() implements ListMeasure {
    public static final Measure MEASURE = new Measure(
            "ndcg",
            "ratio",
            Measure.Better.MORE,
            "normalised discounted cumulative gain",
            "RecSys Challenge 2018; D23, §5.1");

    private static final double LN2 = StrictMath.log(2);

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public double of(JudgedList list) {
        var gain = 0.0;
        for (var rank : list.hitRanks()) {
            gain += discount(rank);
        }
        var ideal = 0.0;
        for (var rank = 0; rank < list.heldOut(); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return LN2 / StrictMath.log(rank + 2);
    }
}
