package chorus.evaluate.amplification;

import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;

/** What one campaign's target gained over test playlists: integers, so that the order of adding and merging is free. */
public final class EffectTally {
    private final SuccessRate all = new SuccessRate();
    private final SuccessRate anchorInSeed = new SuccessRate();
    private final SuccessRate anchorInTwin = new SuccessRate();
    private long tests;
    private long counted;
    private long hits;
    private long twinHits;

    /**
     * One test playlist.
     *
     * @param heldOut K
     * @param hit whether the target is among the first K
     * @param inSeed whether the seed holds an anchor
     * @param inTwin whether the twin's first K hold an anchor
     */
    public void add(int heldOut, boolean hit, boolean inSeed, boolean inTwin) {
        tests++;
        counted += heldOut;
        hits += hit ? 1 : 0;
        all.add(true, hit);
        anchorInSeed.add(inSeed, hit);
        anchorInTwin.add(inTwin, hit);
    }

    /** Test playlists with the target among the first K of the twin's list. */
    public void addTwinHits(long more) {
        twinHits += more;
    }

    public void merge(EffectTally other) {
        tests += other.tests;
        counted += other.counted;
        hits += other.hits;
        twinHits += other.twinHits;
        all.merge(other.all);
        anchorInSeed.merge(other.anchorInSeed);
        anchorInTwin.merge(other.anchorInTwin);
    }

    /**
     * The effect; all ratios are undefined where nobody plants.
     *
     * @param members training playlists with a plant at the cut
     * @param trainingEntries Σ training playlist lengths
     */
    public Effect effect(long members, long trainingPlaylists, long trainingEntries) {
        if (members == 0) {
            return none(hits, twinHits);
        }
        var alpha = trainingPlaylists == 0 ? 0 : (double) members / trainingPlaylists;
        var perFrequency = Amplification.perFrequency(hits, counted, members, trainingEntries);
        var figures = Figures.NONE
                .with(Amplification.PER_PLAYLIST, Amplification.perPlaylist(hits, twinHits, tests, alpha))
                .with(Amplification.PER_FREQUENCY, perFrequency)
                .with(SuccessRate.ALL, all.value())
                .with(SuccessRate.ANCHOR_IN_SEED, anchorInSeed.value())
                .with(SuccessRate.ANCHOR_IN_TWIN, anchorInTwin.value());
        return new Effect(members, alpha, hits, twinHits, figures);
    }

    /** What is measured. */
    public static List<Measure> measures() {
        return List.of(
                Amplification.PER_PLAYLIST,
                Amplification.PER_FREQUENCY,
                SuccessRate.ALL,
                SuccessRate.ANCHOR_IN_SEED,
                SuccessRate.ANCHOR_IN_TWIN,
                Interference.MEASURE);
    }

    /** The effect where nobody plants. */
    public static Effect none(long hits, long twinHits) {
        return new Effect(0, 0, hits, twinHits, Figures.NONE);
    }
}
