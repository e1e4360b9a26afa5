package chorus.evaluate.amplification;

import chorus.evaluate.accuracy.MemberAccuracy;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What one campaign's target gained over test playlists: integers, so that the order of adding and merging is free. */
public final class EffectTally {
    private final SuccessRate all = new SuccessRate();
    private final SuccessRate anchorInSeed = new SuccessRate();
    private final SuccessRate anchorInTwin = new SuccessRate();
    private final SuccessRate rareSeed = new SuccessRate();
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
     * @param rare whether the seed holds a rare or unseen track
     */
    public void add(int heldOut, boolean hit, boolean inSeed, boolean inTwin, boolean rare) {
        tests++;
        counted += heldOut;
        hits += hit ? 1 : 0;
        all.add(true, hit);
        anchorInSeed.add(inSeed, hit);
        anchorInTwin.add(inTwin, hit);
        rareSeed.add(rare, hit);
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
        rareSeed.merge(other.rareSeed);
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
        var perPlaylist = Amplification.perPlaylist(hits, twinHits, tests, alpha);
        var rareShare = tests == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) rareSeed.cases() / tests);
        var figures = Figures.NONE
                .with(Amplification.PER_PLAYLIST, perPlaylist)
                .with(Amplification.PER_FREQUENCY, perFrequency)
                .with(SuccessRate.ALL, all.value())
                .with(SuccessRate.ANCHOR_IN_SEED, anchorInSeed.value())
                .with(SuccessRate.ANCHOR_IN_TWIN, anchorInTwin.value())
                .with(SuccessRate.RARE_SEED, rareSeed.value())
                .with(Amplification.RARE_SEED_SHARE, rareShare)
                .with(Amplification.PER_RARE_SEED, Amplification.perRareSeed(perPlaylist, rareShare));
        return new Effect(members, alpha, hits, twinHits, figures);
    }

    /** What is measured. */
    public static List<Measure> measures() {
        return Stream.of(
                        List.of(
                                Amplification.PER_PLAYLIST,
                                Amplification.PER_FREQUENCY,
                                SuccessRate.ALL,
                                SuccessRate.ANCHOR_IN_SEED,
                                SuccessRate.ANCHOR_IN_TWIN,
                                Interference.MEASURE,
                                SuccessRate.RARE_SEED,
                                Amplification.RARE_SEED_SHARE,
                                Amplification.PER_RARE_SEED),
                        TargetRank.measures(),
                        PerformanceLoss.measures(),
                        SceneService.measures(),
                        MemberAccuracy.measures())
                .flatMap(List::stream)
                .toList();
    }

    /** The effect where nobody plants. */
    public static Effect none(long hits, long twinHits) {
        return new Effect(0, 0, hits, twinHits, Figures.NONE);
    }
}
