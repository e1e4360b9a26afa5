package chorus.evaluate.amplification;

import chorus.rows.results.Measure;
import java.util.OptionalDouble;

/** Amplification of a target in its two readings; both undefined, not 0, where nobody plants. */
public final class Amplification {
    public static final Measure PER_PLAYLIST = new Measure(
            "amplification_per_playlist",
            "",
            Measure.Better.NEITHER,
            "(hits − twin_hits) ÷ test_playlists ÷ alpha; undefined at alpha 0",
            "B24, §2");
    public static final Measure PER_FREQUENCY = new Measure(
            "amplification_per_frequency",
            "",
            Measure.Better.NEITHER,
            "(hits ÷ ΣK) ÷ (members ÷ Σ training lengths); undefined without plants",
            "B24, §5");

    public static final Measure RARE_SEED_SHARE = new Measure(
            "rare_seed_share",
            "ratio",
            Measure.Better.NEITHER,
            "tests with a seed track of at most rareBound training plays, or unseen ÷ test_playlists",
            "this project");
    public static final Measure PER_RARE_SEED = new Measure(
            "amplification_per_rare_seed",
            "",
            Measure.Better.NEITHER,
            "amplification_per_playlist ÷ rare_seed_share: what runs with other tests may be compared by",
            "this project");

    private Amplification() {}

    /**
     * Per playlist (B24, §2: the gain for each unit of effort): (P[s* recommended] − P_twin[s* recommended]) / α, where P is
     * taken over the test playlists and recommended means within the first K.
     *
     * @param alpha playlists with a plant ÷ training playlists, 0…1
     */
    public static OptionalDouble perPlaylist(long hits, long twinHits, long testPlaylists, double alpha) {
        return alpha == 0 || testPlaylists == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (hits - twinHits) / testPlaylists / alpha);
    }

    /**
     * Per frequency (B24, §5: against natural songs of the same frequency): share of the counted recommendations ÷ share of
     * the training data, (R(s*)/ΣK) / (plants/Σ training playlist lengths). 1 = recommended as often as it is played.
     *
     * @param counted ΣK over the test playlists
     * @param plants playlists with a plant
     * @param trainingEntries Σ training playlist lengths
     */
    public static OptionalDouble perFrequency(long hits, long counted, long plants, long trainingEntries) {
        return plants == 0 || counted == 0 || trainingEntries == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(((double) hits / counted) / ((double) plants / trainingEntries));
    }

    /** Undefined where either is, or where no test has such a seed. */
    static OptionalDouble perRareSeed(OptionalDouble perPlaylist, OptionalDouble share) {
        return perPlaylist.isEmpty() || share.orElse(0) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(perPlaylist.getAsDouble() / share.getAsDouble());
    }
}
