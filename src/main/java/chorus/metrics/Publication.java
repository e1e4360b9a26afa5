package chorus.metrics;

import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.stream.Stream;

/** Which number of a published row goes to which meter. */
final class Publication {
    /** What a retrain round may come to. */
    static final List<String> OUTCOMES = List.of("trained", "skipped");

    private Publication() {}

    static void of(GenerationRow row, Meters meters) {
        meters.set(Meter.GENERATION, row.generation());
        meters.set(Meter.EDITS, row.edits());
        meters.set(Meter.EDITS_REFUSED, row.refused());
        meters.set(Meter.TRAINING_PLAYLISTS, row.trainingPlaylists());
        meters.set(Meter.TEST_PLAYLISTS, row.testPlaylists());
        meters.set(Meter.TRACKS, row.tracks());
        meters.set(Meter.PAIRS, row.pairs());
        count(row, meters);
    }

    static void count(GenerationRow row, Meters meters) {
        meters.add(Meter.GENERATIONS, 1, OUTCOMES.get(row.skipped().isEmpty() ? 0 : 1));
    }

    /** @param twin name of the world in which no campaign happens */
    static void of(EvaluationRow row, String twin, Meters meters) {
        if (!row.campaign().isEmpty()) {
            campaign(row, twin, meters);
        }
        for (var shown : Shown.OF_WORLD) {
            var labels = Stream.concat(shown.reading().stream(), Stream.of(row.recommender(), row.world()));
            meters.set(shown.meter(), row.figure(shown.measure()), labels.toArray(String[]::new));
        }
    }

    /** @param phase empty where the campaign has no member */
    static void of(CampaignPhases.OfWorld each, String phase, Meters meters) {
        CampaignPhases.NAMES.forEach(
                name -> meters.set(Meter.PHASE, name.equals(phase) ? 1 : 0, each.campaign(), name, each.world()));
    }

    private static void campaign(EvaluationRow row, String twin, Meters meters) {
        var name = row.campaign();
        var world = row.world();
        var recommender = row.recommender();
        meters.set(Meter.HITS, row.effect().hits(), name, recommender, world);
        meters.set(Meter.HIT_SHARE, row.hitShare(), name, recommender, world);
        if (!world.equals(twin)) {
            meters.set(Meter.MEMBERS, row.effect().members(), name, world);
            meters.set(Meter.ALPHA, row.effect().alpha(), name, world);
            for (var shown : Shown.OF_CAMPAIGN) {
                var labels = Stream.of(Stream.of(name), shown.reading().stream(), Stream.of(recommender, world));
                meters.set(
                        shown.meter(),
                        row.figure(shown.measure()),
                        labels.flatMap(part -> part).toArray(String[]::new));
            }
        }
    }
}
