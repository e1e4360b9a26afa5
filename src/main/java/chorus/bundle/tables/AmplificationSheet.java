package chorus.bundle.tables;

import chorus.bundle.sheet.Sheet;
import chorus.bundle.sheet.Sheet.Head;
import chorus.evaluate.amplification.Amplification;
import chorus.experiment.sweep.Averaged;
import chorus.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * {@code amplification}: the amplification of each strategy at each planned size, over the folds, once in each of its two readings.
 * There is none where something else differs as well, as a mean over unlike things says nothing.
 */
final class AmplificationSheet {
    static final String NAME = "amplification";

    static final List<Head> HEADS = List.of(
            Head.text("recommender", "name of the recommender"),
            Head.text("strategy", "name of the strategy, with its parameter"),
            Head.number("alpha", "as planned: the settings' alpha, or budget ÷ training playlists"),
            Head.number("plants", "training playlists that hold a plant, mean over the folds"),
            Head.count("folds", "at which the amplification is defined"),
            Head.number("mean", "of the amplification over these"),
            Head.number("sd", "standard deviation with divisor folds − 1; undefined for one"),
            Head.number("low", "mean − t(folds − 1; 0.975)·sd/√folds; undefined for one"),
            Head.number("high", "mean + t(folds − 1; 0.975)·sd/√folds; undefined for one"),
            Head.number("hits", "tests with the target among their first K recommendations, mean over the folds"),
            Head.text("reading", "playlist: amplification_per_playlist; frequency: amplification_per_frequency"));

    private AmplificationSheet() {}

    /** Nothing without a campaign, or where rows would be means over more than folds. */
    static Optional<Sheet> of(List<Outcome> outcomes) {
        var groups = new LinkedHashMap<List<String>, List<Outcome>>();
        outcomes.stream().filter(each -> each.campaign().isPresent()).forEach(each -> groups.computeIfAbsent(
                        key(each), _ -> new ArrayList<>())
                .add(each));
        if (groups.isEmpty() || groups.values().stream().anyMatch(AmplificationSheet::isMixed)) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<String>>();
        groups.forEach((key, group) -> {
            rows.add(row(key, group, Amplification.PER_PLAYLIST.name(), "playlist"));
            rows.add(row(key, group, Amplification.PER_FREQUENCY.name(), "frequency"));
        });
        return Optional.of(new Sheet(NAME, HEADS, rows));
    }

    /** A budget is one size, though the training playlists are not as many in every fold. */
    private static List<String> key(Outcome outcome) {
        var size = outcome.budget().isPresent()
                ? "budget " + outcome.budget().getAsInt()
                : Table.text(outcome.plannedAlpha());
        return List.of(outcome.held().recommender(), outcome.strategy(), size);
    }

    private static boolean isMixed(List<Outcome> group) {
        return group.stream().map(each -> each.line().group()).distinct().count() > 1;
    }

    private static List<String> row(List<String> key, List<Outcome> group, String measure, String reading) {
        var averaged = Averaged.ALL.stream()
                .filter(each -> each.name().equals(measure))
                .findFirst()
                .orElseThrow();
        var alphas = group.stream()
                .flatMapToDouble(each -> each.plannedAlpha().stream())
                .toArray();
        var fields = new ArrayList<>(key.subList(0, 2));
        fields.add(Table.text(mean(alphas)));
        fields.add(number(group.stream().mapToLong(each -> each.row().effect().members())));
        fields.addAll(MeansSheet.Spread.of(MeansSheet.values(averaged, group)));
        fields.add(number(group.stream().mapToLong(each -> each.row().effect().hits())));
        fields.add(reading);
        if (fields.get(4).isEmpty()) {
            fields.set(4, "0");
        }
        return fields;
    }

    /** One that is the same everywhere stays as it is written. */
    private static OptionalDouble mean(double[] values) {
        return Arrays.stream(values).distinct().count() == 1
                ? OptionalDouble.of(values[0])
                : Arrays.stream(values).average();
    }

    private static String number(LongStream counts) {
        return Double.toString(counts.average().orElseThrow());
    }
}
