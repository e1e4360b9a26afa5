package chorus.bundle;

import chorus.bundle.figures.Figures;
import chorus.bundle.figures.Profiles;
import chorus.bundle.sheet.Sheet;
import chorus.config.Sweep;
import chorus.config.Sweep.Told;
import chorus.config.tree.SettingsFault;
import chorus.config.words.Words.FigureWords;
import chorus.experiment.sweep.Averaged;
import chorus.experiment.sweep.SweepLine;
import java.util.List;
import java.util.Optional;

/** Which figures an experiment has: those that its file asks for, or else what there is always something to see of. */
final class Drawn {
    private static final FigureWords OF_CAMPAIGNS =
            unsaid("amplification", "Amplification", "amplification_per_playlist", "hit_share");
    private static final FigureWords OF_NOBODY = unsaid("accuracy", "Accuracy", "ndcg", "r_precision");

    private Drawn() {}

    private static FigureWords unsaid(String name, String title, String... measures) {
        return new FigureWords(
                name, Optional.of(title), List.of(measures), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static List<FigureWords> of(Sweep sweep, Sheet results) {
        if (!sweep.words().figures().isEmpty()) {
            return sweep.words().figures();
        }
        var isAnybody = results.rows().stream()
                .anyMatch(row -> !results.at(row, "campaign").isEmpty());
        return List.of(isAnybody ? OF_CAMPAIGNS : OF_NOBODY);
    }

    /**
     * Refuses, before anything is run, figures that could not be drawn after it.
     *
     * @param file in which they stand
     */
    static void check(Sweep sweep, String file) {
        var figures = sweep.words().figures();
        for (var i = 0; i < figures.size(); i++) {
            var at = "report.figures[" + i + "].";
            for (var measure : figures.get(i).measures()) {
                if (Averaged.ALL.stream()
                        .noneMatch(each -> each.name().equals(measure) || Profiles.isOf(each.name(), measure))) {
                    throw new SettingsFault(
                            file, at + "measures", measure + " is no measure; docs/run-bundle.md has their names");
                }
                if (measure.endsWith(Profiles.ALL) != Profiles.is(figures.get(i).measures())) {
                    throw new SettingsFault(
                            file, at + "measures", "all of them are quantities, as " + measure + ", or none is");
                }
            }
            checkOver(sweep, figures.get(i), file, at + "over");
        }
    }

    private static void checkOver(Sweep sweep, FigureWords figure, String file, String at) {
        var varied =
                sweep.keys().stream().filter(key -> !key.equals(SweepLine.SEED)).toList();
        var over = figure.over().orElse("");
        if (over.equals(Figures.GENERATION)) {
            if (sweep.told() != Told.all) {
                throw new SettingsFault(
                        file, at, "over generations nothing is told unless the file has generations: all");
            }
            if (Profiles.is(figure.measures())) {
                throw new SettingsFault(file, at, "a quantity has its places along the axis, not generations");
            }
        } else if (figure.over().isPresent() && !varied.contains(over)) {
            throw new SettingsFault(file, at, over + " is not varied; varied besides the seed are " + varied);
        }
    }
}
