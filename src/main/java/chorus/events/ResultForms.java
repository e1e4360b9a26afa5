package chorus.events;

import chorus.events.avro.Accuracy;
import chorus.events.avro.Bias;
import chorus.events.avro.Evaluation;
import chorus.events.avro.EvaluationRow;
import chorus.events.avro.Generation;
import chorus.events.avro.OrderDecided;
import chorus.orders.OrderDecision;
import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.OptionalLong;

/** The forms of results: generations and their evaluations. */
final class ResultForms {
    static final Form<GenerationRow, Generation> GENERATION =
            new Form<>(Generation.class, ResultForms::write, ResultForms::read);
    static final Form<List<chorus.rows.results.EvaluationRow>, Evaluation> EVALUATIONS = new Form<>(
            Evaluation.class,
            rows -> new Evaluation(rows.stream().map(ResultForms::write).toList()),
            record -> record.getRows().stream().map(ResultForms::read).toList());

    private ResultForms() {}

    private static Generation write(GenerationRow row) {
        return new Generation(
                row.generation(),
                List.of(row.recommender().split(" ", -1)),
                row.edits(),
                row.refused(),
                row.trainingPlaylists(),
                row.testPlaylists(),
                row.tracks(),
                row.pairs(),
                row.skipped(),
                row.orders().stream().map(ResultForms::write).toList());
    }

    private static OrderDecided write(OrderDecision decision) {
        var epoch = decision.epoch().isPresent() ? decision.epoch().getAsLong() : null;
        return new OrderDecided(decision.offset(), epoch, decision.order(), decision.refused());
    }

    private static OrderDecision read(OrderDecided record) {
        var epoch = record.getEpoch() == null ? OptionalLong.empty() : OptionalLong.of(record.getEpoch());
        return new OrderDecision(record.getOffset(), epoch, record.getOrder(), record.getRefused());
    }

    private static GenerationRow read(Generation record) {
        return new GenerationRow(
                record.getGeneration(),
                String.join(" ", record.getRecommenders()),
                record.getEdits(),
                record.getRefused(),
                record.getTrainingPlaylists(),
                record.getTestPlaylists(),
                record.getTracks(),
                record.getPairs(),
                record.getSkipped(),
                record.getOrders().stream().map(ResultForms::read).toList());
    }

    private static EvaluationRow write(chorus.rows.results.EvaluationRow row) {
        var effect = row.effect();
        var record = new EvaluationRow();
        record.setGeneration(row.generation());
        record.setWorld(row.world());
        record.setCampaign(row.campaign());
        record.setRecommender(row.recommender());
        record.setTestPlaylists(row.testPlaylists());
        record.setMembers(effect.members());
        record.setAlpha(effect.alpha());
        record.setHits(effect.hits());
        record.setTwinHits(effect.twinHits());
        FigureFields.put(effect.figures(), record);
        record.setAccuracy(FigureFields.putAll(row.figures(), new Accuracy()));
        record.setBias(FigureFields.putAll(row.figures(), new Bias()));
        return record;
    }

    private static chorus.rows.results.EvaluationRow read(EvaluationRow record) {
        return new chorus.rows.results.EvaluationRow(
                record.getGeneration(),
                record.getWorld(),
                record.getCampaign(),
                record.getRecommender(),
                record.getTestPlaylists(),
                new chorus.rows.results.EvaluationRow.Effect(
                        record.getMembers(),
                        record.getAlpha(),
                        record.getHits(),
                        record.getTwinHits(),
                        FigureFields.read(record)),
                FigureFields.readAll(record.getAccuracy()).and(FigureFields.readAll(record.getBias())));
    }
}
