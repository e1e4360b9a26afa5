package chorus.evaluate.accuracy;

/** Recall = |recommendations ∩ G| ÷ |G|, in 0…1 (D23, §5.1). */
public record Recall() implements ListMeasure {
    @Override
    public double of(JudgedList list) {
        return (double) list.hitRanks().length / list.heldOut();
    }
}
