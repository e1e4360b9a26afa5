package chorus.evaluate.accuracy;

/** R-precision, plain = hits among the first K recommendations ÷ K, in 0…1 (the field's definition, without artists). */
public record RPrecision() implements ListMeasure {
    @Override
    public double of(JudgedList list) {
        return (double) list.hitsWithinK() / list.heldOut();
    }
}
