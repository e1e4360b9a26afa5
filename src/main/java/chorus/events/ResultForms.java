package chorus.events;

import chorus.events.avro.Accuracy;
import chorus.events.avro.Bias;
import chorus.events.avro.Evaluation;
import chorus.events.avro.EvaluationRow;
import chorus.events.avro.Generation;
import chorus.rows.GenerationRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The forms of results: generations and their evaluations. */
final class ResultForms {
    static final Form<GenerationRow, Generation> GENERATION =
            new Form<>(Generation.class, ResultForms::write, ResultForms::read);
    static final Form<List<chorus.rows.EvaluationRow>, Evaluation> EVALUATIONS = new Form<>(
            Evaluation.class,
            rows -> new Evaluation(rows.stream().map(ResultForms::write).toList()),
            record -> record.getRows().stream().map(ResultForms::read).toList());

    private ResultForms() {}

    private static Generation write(GenerationRow row) {
        return new Generation(
                row.generation(),
                row.recommender(),
                row.edits(),
                row.refused(),
                row.trainingPlaylists(),
                row.testPlaylists(),
                row.tracks(),
                row.pairs(),
                row.skipped());
    }

    private static GenerationRow read(Generation record) {
        return new GenerationRow(
                record.getGeneration(),
                record.getRecommender(),
                record.getEdits(),
                record.getRefused(),
                record.getTrainingPlaylists(),
                record.getTestPlaylists(),
                record.getTracks(),
                record.getPairs(),
                record.getSkipped());
    }

    private static EvaluationRow write(chorus.rows.EvaluationRow row) {
        var effect = row.effect();
        return new EvaluationRow(
                row.generation(),
                EditForm.write(row.world()),
                row.campaign(),
                row.testPlaylists(),
                effect.members(),
                effect.alpha(),
                effect.hits(),
                effect.twinHits(),
                orNull(effect.amplificationPerPlaylist()),
                orNull(effect.amplificationPerFrequency()),
                orNull(effect.successRate()),
                orNull(effect.successRateAnchorInSeed()),
                orNull(effect.successRateAnchorInTwin()),
                row.accuracy().map(ResultForms::write).orElse(null),
                row.bias().map(ResultForms::write).orElse(null));
    }

    private static chorus.rows.EvaluationRow read(EvaluationRow record) {
        return new chorus.rows.EvaluationRow(
                record.getGeneration(),
                EditForm.read(record.getWorld()),
                record.getCampaign(),
                record.getTestPlaylists(),
                effect(record),
                Optional.ofNullable(record.getAccuracy()).map(ResultForms::read),
                Optional.ofNullable(record.getBias()).map(ResultForms::read));
    }

    private static chorus.rows.EvaluationRow.Effect effect(EvaluationRow record) {
        return new chorus.rows.EvaluationRow.Effect(
                record.getMembers(),
                record.getAlpha(),
                record.getHits(),
                record.getTwinHits(),
                optional(record.getAmplificationPerPlaylist()),
                optional(record.getAmplificationPerFrequency()),
                optional(record.getSuccessRate()),
                optional(record.getSuccessRateAnchorInSeed()),
                optional(record.getSuccessRateAnchorInTwin()));
    }

    private static Accuracy write(chorus.rows.EvaluationRow.Accuracy accuracy) {
        return new Accuracy(
                accuracy.precision(),
                accuracy.recall(),
                accuracy.ndcg(),
                accuracy.rPrecision(),
                accuracy.rPrecisionArtists(),
                accuracy.clicks());
    }

    private static chorus.rows.EvaluationRow.Accuracy read(Accuracy record) {
        return new chorus.rows.EvaluationRow.Accuracy(
                record.getPrecision(),
                record.getRecall(),
                record.getNdcg(),
                record.getRPrecision(),
                record.getRPrecisionArtists(),
                record.getClicks());
    }

    private static Bias write(chorus.rows.EvaluationRow.Bias bias) {
        return new Bias(
                bias.giniTracks(),
                bias.giniArtists(),
                bias.lorenzTop10Tracks(),
                bias.lorenzTop10Artists(),
                bias.arp(),
                bias.aplt(),
                bias.coverage(),
                bias.entropy());
    }

    private static chorus.rows.EvaluationRow.Bias read(Bias record) {
        return new chorus.rows.EvaluationRow.Bias(
                record.getGiniTracks(),
                record.getGiniArtists(),
                record.getLorenzTop10Tracks(),
                record.getLorenzTop10Artists(),
                record.getArp(),
                record.getAplt(),
                record.getCoverage(),
                record.getEntropy());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
