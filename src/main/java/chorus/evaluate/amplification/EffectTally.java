package chorus.evaluate.amplification;

import chorus.rows.EvaluationRow.Effect;
import java.util.OptionalDouble;

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
     * @param members playlists with a plant at the cut
     * @param trainingEntries Σ training playlist lengths
     */
    public Effect effect(long members, long trainingPlaylists, long trainingEntries) {
        if (members == 0) {
            return none(hits, twinHits);
        }
        var alpha = trainingPlaylists == 0 ? 0 : (double) members / trainingPlaylists;
        return new Effect(
                members,
                alpha,
                hits,
                twinHits,
                Amplification.perPlaylist(hits, twinHits, tests, alpha),
                Amplification.perFrequency(hits, counted, members, trainingEntries),
                all.value(),
                anchorInSeed.value(),
                anchorInTwin.value());
    }

    /** The effect where nobody plants. */
    public static Effect none(long hits, long twinHits) {
        var undefined = OptionalDouble.empty();
        return new Effect(0, 0, hits, twinHits, undefined, undefined, undefined, undefined, undefined);
    }
}
