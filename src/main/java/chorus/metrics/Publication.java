package chorus.metrics;

import chorus.playlist.World;
import chorus.rows.EvaluationRow;
import chorus.rows.GenerationRow;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Which number of a published row goes to which meter. */
final class Publication {
    private Publication() {}

    static void of(GenerationRow row, Meters meters) {
        meters.set(Meter.GENERATION, row.generation());
        meters.set(Meter.EDITS, row.edits());
        meters.set(Meter.EDITS_REFUSED, row.refused());
        meters.set(Meter.TRAINING_PLAYLISTS, row.trainingPlaylists());
        meters.set(Meter.TEST_PLAYLISTS, row.testPlaylists());
        meters.set(Meter.TRACKS, row.tracks());
        meters.set(Meter.PAIRS, row.pairs());
        meters.add(Meter.GENERATIONS, 1, row.skipped().isEmpty() ? "trained" : "skipped");
    }

    static void of(EvaluationRow row, Meters meters) {
        var world = row.world().name().toLowerCase(Locale.ROOT);
        if (!row.campaign().isEmpty()) {
            campaign(row, world, meters);
        }
        accuracy(row, world, meters);
        bias(row, world, meters);
    }

    private static void campaign(EvaluationRow row, String world, Meters meters) {
        var name = row.campaign();
        var effect = row.effect();
        var tests = row.testPlaylists();
        var share = tests == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) effect.hits() / tests);
        meters.set(Meter.HITS, effect.hits(), name, world);
        meters.set(Meter.HIT_SHARE, share, name, world);
        if (row.world() == World.FACTUAL) {
            meters.set(Meter.MEMBERS, effect.members(), name);
            meters.set(Meter.ALPHA, effect.alpha(), name);
            meters.set(Meter.AMPLIFICATION, effect.amplificationPerPlaylist(), name, "playlist");
            meters.set(Meter.AMPLIFICATION, effect.amplificationPerFrequency(), name, "frequency");
            meters.set(Meter.SUCCESS, effect.successRate(), name, "all");
            meters.set(Meter.SUCCESS, effect.successRateAnchorInSeed(), name, "anchor_in_seed");
            meters.set(Meter.SUCCESS, effect.successRateAnchorInTwin(), name, "anchor_in_twin");
        }
    }

    private static void accuracy(EvaluationRow row, String world, Meters meters) {
        meters.set(Meter.NDCG, accuracy(row, EvaluationRow.Accuracy::ndcg), world);
        meters.set(Meter.R_PRECISION, accuracy(row, EvaluationRow.Accuracy::rPrecision), world);
        meters.set(Meter.R_PRECISION_ARTISTS, accuracy(row, EvaluationRow.Accuracy::rPrecisionArtists), world);
        meters.set(Meter.PRECISION, accuracy(row, EvaluationRow.Accuracy::precision), world);
        meters.set(Meter.RECALL, accuracy(row, EvaluationRow.Accuracy::recall), world);
        meters.set(Meter.CLICKS, accuracy(row, EvaluationRow.Accuracy::clicks), world);
    }

    private static void bias(EvaluationRow row, String world, Meters meters) {
        meters.set(Meter.GINI, bias(row, EvaluationRow.Bias::giniTracks), "tracks", world);
        meters.set(Meter.GINI, bias(row, EvaluationRow.Bias::giniArtists), "artists", world);
        meters.set(Meter.LORENZ, bias(row, EvaluationRow.Bias::lorenzTop10Tracks), "tracks", world);
        meters.set(Meter.LORENZ, bias(row, EvaluationRow.Bias::lorenzTop10Artists), "artists", world);
        meters.set(Meter.ARP, bias(row, EvaluationRow.Bias::arp), world);
        meters.set(Meter.APLT, bias(row, EvaluationRow.Bias::aplt), world);
        meters.set(Meter.COVERAGE, bias(row, EvaluationRow.Bias::coverage), world);
        meters.set(Meter.ENTROPY, bias(row, EvaluationRow.Bias::entropy), world);
    }

    private static OptionalDouble accuracy(EvaluationRow row, ToDoubleFunction<EvaluationRow.Accuracy> number) {
        return row.accuracy().stream().mapToDouble(number).findFirst();
    }

    private static OptionalDouble bias(EvaluationRow row, ToDoubleFunction<EvaluationRow.Bias> number) {
        return row.bias().stream().mapToDouble(number).findFirst();
    }
}
