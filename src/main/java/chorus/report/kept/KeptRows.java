package chorus.report.kept;

import chorus.evaluate.Measures;
import chorus.evaluate.accuracy.AccuracyTally;
import chorus.evaluate.amplification.EffectTally;
import chorus.evaluate.bias.BiasMeasures;
import chorus.report.kept.KeptTable.Line;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of a run, as its directory holds them.
 *
 * @param distributions none where the run is of a version that did not keep them
 */
public record KeptRows(
        List<GenerationRow> generations, List<EvaluationRow> evaluations, List<DistributionRow> distributions) {
    private static final List<Measure> OF_THE_MODEL = Stream.of(AccuracyTally.measures(), BiasMeasures.measures())
            .flatMap(List::stream)
            .toList();

    public KeptRows {
        generations = List.copyOf(generations);
        evaluations = List.copyOf(evaluations);
        distributions = List.copyOf(distributions);
    }

    /** @throws KeptFault where there is no run, or a file of it is not as it was written */
    public static KeptRows in(Path directory) {
        if (!Files.isRegularFile(directory.resolve("generations.csv"))) {
            throw new KeptFault(
                    directory + ": there is no run here; name a directory with a generations.csv or rounds.csv");
        }
        return new KeptRows(
                KeptTable.read(directory.resolve("generations.csv")).lines().stream()
                        .map(KeptRows::generation)
                        .toList(),
                KeptTable.read(directory.resolve("evaluations.csv")).lines().stream()
                        .map(KeptRows::evaluation)
                        .toList(),
                distributions(directory));
    }

    /** The rows of distributions.csv alone; none where there is no such file. */
    public static List<DistributionRow> distributions(Path directory) {
        var file = directory.resolve("distributions.csv");
        return Files.exists(file)
                ? KeptTable.read(file).lines().stream()
                        .map(KeptRows::distribution)
                        .toList()
                : List.of();
    }

    private static GenerationRow generation(Line line) {
        return new GenerationRow(
                line.count("generation"),
                line.text("recommender"),
                line.count("edits"),
                line.count("refused"),
                line.count("training_playlists"),
                line.count("test_playlists"),
                line.count("tracks"),
                line.count("pairs"),
                line.text("skipped"));
    }

    private static EvaluationRow evaluation(Line line) {
        var effect = new Effect(
                line.count("members"),
                line.number("alpha").orElse(0),
                line.count("hits"),
                line.count("twin_hits"),
                figures(line, EffectTally.measures()));
        return new EvaluationRow(
                line.count("generation"),
                line.text("world"),
                line.text("campaign"),
                line.text("recommender"),
                Math.toIntExact(line.count("test_playlists")),
                effect,
                figures(line, OF_THE_MODEL));
    }

    private static DistributionRow distribution(Line line) {
        return new DistributionRow(
                line.count("generation"),
                line.text("world"),
                line.text("campaign"),
                line.text("recommender"),
                figures(line, Measures.DISTRIBUTIONS));
    }

    private static Figures figures(Line line, List<Measure> measures) {
        return measures.stream()
                .map(measure -> Figures.NONE.with(measure, line.number(measure.name())))
                .reduce(Figures.NONE, Figures::and);
    }
}
