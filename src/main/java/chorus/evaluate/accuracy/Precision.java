package chorus.evaluate.accuracy;

/** Precision = |recommendations ∩ G| ÷ recommendations asked for, in 0…1; a short list is not rewarded (D23, §5.1). */
public record Precision() implements ListMeasure {
    @Override
    public double of(JudgedList list) {
        return (double) list.hitRanks().length / list.asked();
    }
}
