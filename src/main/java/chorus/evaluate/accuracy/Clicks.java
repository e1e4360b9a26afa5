package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/**
 * Clicks = ⌊rank of the first hit ÷ 10⌋, rank from 0: how often a listener asks for ten more before a relevant track shows;
 * 51 on a miss (RecSys Challenge 2018; D23, §5.1). Lower is better.
 */
public record Clicks() implements ListMeasure {
    public static final Measure MEASURE = new Measure(
            "clicks",
            "pages of ten",
            Measure.Better.LESS,
            "⌊index of the first relevant track ÷ 10⌋, 51 on a miss",
            "RecSys Challenge 2018; D23, §5.1");

    private static final int MISS = 51;

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public double of(JudgedList list) {
        return list.hitRanks().length == 0 ? MISS : list.hitRanks()[0] / 10;
    }
}
