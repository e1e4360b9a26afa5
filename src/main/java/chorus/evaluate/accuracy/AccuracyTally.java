package chorus.evaluate.accuracy;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.HashMap;
import java.util.List;

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

    /** Means; none without a list. */
    public Figures means() {
        var means = new HashMap<String, Double>();
        for (var i = 0; i < sums.length && lists > 0; i++) {
            means.put(MEASURES.get(i).measure().name(), sums[i] / lists);
        }
        return new Figures(means);
    }

    /** What is measured. */
    public static List<Measure> measures() {
        return MEASURES.stream().map(ListMeasure::measure).toList();
    }
}
