package chorus.metrics;

import chorus.evaluate.accuracy.Clicks;
import chorus.evaluate.accuracy.MemberAccuracy;
import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.Precision;
import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.accuracy.RPrecisionArtists;
import chorus.evaluate.accuracy.Recall;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.evaluate.amplification.PerformanceLoss;
import chorus.evaluate.amplification.SceneService;
import chorus.evaluate.amplification.SuccessRate;
import chorus.evaluate.amplification.TargetRank;
import chorus.evaluate.bias.Aplt;
import chorus.evaluate.bias.Arp;
import chorus.evaluate.bias.Coverage;
import chorus.evaluate.bias.Entropy;
import chorus.evaluate.bias.Gini;
import chorus.evaluate.bias.LorenzShare;
import chorus.rows.results.Measure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A measure on its meter.
 *
 * @param reading the label that tells it from other measures on the meter; empty where it is alone
 */
record Shown(Measure measure, Meter meter, Optional<String> reading) {
    /** Of each campaign in each world where it happens. */
    static final List<Shown> OF_CAMPAIGN = Stream.of(
                    ofCampaigns().stream(),
                    SceneService.measures().stream().map(measure -> of(measure, Meter.SCENE, measure.name())),
                    MemberAccuracy.measures().stream()
                            .map(measure -> of(measure, Meter.MEMBERS_SERVED, measure.name())))
            .flatMap(shown -> shown)
            .toList();

    private static List<Shown> ofCampaigns() {
        return List.of(
                of(Amplification.PER_PLAYLIST, Meter.AMPLIFICATION, "playlist"),
                of(Amplification.PER_FREQUENCY, Meter.AMPLIFICATION, "frequency"),
                of(SuccessRate.ALL, Meter.SUCCESS, "all"),
                of(SuccessRate.ANCHOR_IN_SEED, Meter.SUCCESS, "anchor_in_seed"),
                of(SuccessRate.ANCHOR_IN_TWIN, Meter.SUCCESS, "anchor_in_twin"),
                of(Interference.MEASURE, Meter.INTERFERENCE),
                of(SuccessRate.RARE_SEED, Meter.SUCCESS, "rare_seed"),
                of(Amplification.RARE_SEED_SHARE, Meter.RARE_SEED),
                of(Amplification.PER_RARE_SEED, Meter.AMPLIFICATION, "playlist_per_rare_seed"),
                of(TargetRank.RECIPROCAL, Meter.TARGET_RECIPROCAL_RANK),
                of(TargetRank.FIRST, Meter.TARGET_FIRST, "1"),
                of(TargetRank.FIRST_5, Meter.TARGET_FIRST, "5"),
                of(TargetRank.FIRST_10, Meter.TARGET_FIRST, "10"),
                of(PerformanceLoss.NDCG, Meter.LOSS, "ndcg"),
                of(PerformanceLoss.NDCG_OPTIMISTIC, Meter.LOSS, "ndcg_optimistic"),
                of(PerformanceLoss.NDCG_ADVERSARIAL, Meter.LOSS, "ndcg_adversarial"),
                of(PerformanceLoss.R_PRECISION, Meter.LOSS, "r_precision"),
                of(PerformanceLoss.R_PRECISION_OPTIMISTIC, Meter.LOSS, "r_precision_optimistic"),
                of(PerformanceLoss.R_PRECISION_ADVERSARIAL, Meter.LOSS, "r_precision_adversarial"),
                of(PerformanceLoss.CLICKS, Meter.LOSS, "clicks"),
                of(PerformanceLoss.CLICKS_OPTIMISTIC, Meter.LOSS, "clicks_optimistic"),
                of(PerformanceLoss.CLICKS_ADVERSARIAL, Meter.LOSS, "clicks_adversarial"));
    }

    /** Of each world. */
    static final List<Shown> OF_WORLD = List.of(
            of(Ndcg.MEASURE, Meter.NDCG),
            of(RPrecision.MEASURE, Meter.R_PRECISION),
            of(RPrecisionArtists.MEASURE, Meter.R_PRECISION_ARTISTS),
            of(Precision.MEASURE, Meter.PRECISION),
            of(Recall.MEASURE, Meter.RECALL),
            of(Clicks.MEASURE, Meter.CLICKS),
            of(Gini.TRACKS, Meter.GINI, "tracks"),
            of(Gini.ARTISTS, Meter.GINI, "artists"),
            of(Gini.ELLIOT, Meter.GINI, "tracks_elliot"),
            of(Gini.RECBOLE, Meter.GINI, "tracks_recbole"),
            of(LorenzShare.TRACKS, Meter.LORENZ, "tracks"),
            of(LorenzShare.ARTISTS, Meter.LORENZ, "artists"),
            of(Arp.MEASURE, Meter.ARP),
            of(Aplt.MEASURE, Meter.APLT),
            of(Coverage.MEASURE, Meter.COVERAGE),
            of(Entropy.MEASURE, Meter.ENTROPY));

    private static Shown of(Measure measure, Meter meter) {
        return new Shown(measure, meter, Optional.empty());
    }

    private static Shown of(Measure measure, Meter meter, String reading) {
        return new Shown(measure, meter, Optional.of(reading));
    }
}
