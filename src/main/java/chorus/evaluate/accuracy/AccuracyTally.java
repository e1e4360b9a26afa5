package chorus.evaluate.accuracy;

import chorus.rows.EvaluationRow.Accuracy;
import java.util.List;
import java.util.Optional;

/** Sums of every {@link ListMeasure} over test playlists; means come from it. Add in ascending playlist id. */
public final class AccuracyTally {
    private static final List<ListMeasure> MEASURES =
            List.of(new Precision(), new Recall(), new Ndcg(), new RPrecision(), new RPrecisionArtists(), new Clicks());

    private final double[] sums = new double[MEASURES.size()];
    private long lists;

    public void add(JudgedList list) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += MEASURES.get(i).of(list);
        }
        lists++;
    }

    /** Adds what another tally holds. */
    public void merge(AccuracyTally other) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        lists += other.lists;
    }

    /** Means; empty without a list. */
    public Optional<Accuracy> accuracy() {
        return lists == 0
                ? Optional.empty()
                : Optional.of(new Accuracy(mean(0), mean(1), mean(2), mean(3), mean(4), mean(5)));
    }

    private double mean(int measure) {
        return sums[measure] / lists;
    }
}
