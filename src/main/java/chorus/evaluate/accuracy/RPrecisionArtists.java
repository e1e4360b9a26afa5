package chorus.evaluate.accuracy;

/**
 * R-precision with artists = (hits among the first K + ¼·|artists of all recommendations ∩ artists of G|) ÷ K, as in the code
 * that D23 and B24 released; 0 to at most 1¼, as artists of hit tracks count too.
 */
public record RPrecisionArtists() implements ListMeasure {
    @Override
    public double of(JudgedList list) {
        return (list.hitsWithinK() + 0.25 * list.sharedArtists()) / list.heldOut();
    }
}
