package chorus.cli.show;

import chorus.cli.frame.Version;
import chorus.cli.live.RoundPage;
import chorus.config.Settings;
import chorus.page.GenerationSheet;
import chorus.page.RoundSheet;
import chorus.page.RunSheet;
import chorus.report.kept.KeptRound;
import chorus.report.kept.KeptRows;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The pages of kept runs, one a simulation. */
final class KeptPage {
    private static final String VERSION = Version.all().getOrDefault("chorus", "");

    private KeptPage() {}

    static KeptRun ofGenerations(Settings settings, KeptRows kept) {
        var rows = kept.evaluations().stream().collect(Collectors.groupingBy(EvaluationRow::generation));
        var spread = kept.distributions().stream().collect(Collectors.groupingBy(DistributionRow::generation));
        return new KeptRun(
                RunSheet.of(settings, VERSION, false)::json,
                "generation",
                each(kept.generations(), (GenerationRow row) -> GenerationSheet.of(
                                row,
                                rows.getOrDefault(row.generation(), List.of()),
                                spread.getOrDefault(row.generation(), List.of()),
                                OptionalDouble.empty())
                        .json()));
    }

    static KeptRun ofRounds(Settings settings, List<KeptRound> kept) {
        return new KeptRun(
                RoundPage.sheet(settings, settings.altruism(), VERSION, false)::json,
                "round",
                each(kept, round -> new RoundSheet(round.round(), null, round.worlds()).json()));
    }

    private static <T> List<Supplier<String>> each(List<T> kept, Function<T, String> told) {
        return kept.stream().<Supplier<String>>map(one -> () -> told.apply(one)).toList();
    }
}
