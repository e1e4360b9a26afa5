package chorus.evaluate.accuracy;

import chorus.rows.results.Measure;

/**
 * R-precision with artists = (hits among the first K + ¼·|artists of all recommendations ∩ artists of G|) ÷ K, as in the code
 * that D23 and B24 released; 0 to at most 1¼, as artists of hit tracks count too.
 */
public record RPrecisionArtists() implements ListMeasure {
    public static final Measure MEASURE = new Measure(
            "r_precision_artists",
            "",
            Measure.Better.MORE,
            "R-precision with the artists' term",
            "the code that D23 and B24 released");

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public double of(JudgedList list) {
        return (list.hitsWithinK() + 0.25 * list.sharedArtists()) / list.heldOut();
    }
}
