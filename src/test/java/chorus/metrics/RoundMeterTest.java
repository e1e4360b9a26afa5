package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.ratings.results.AgainstTwin;
import chorus.ratings.results.AgainstTwin.Harmed;
import chorus.ratings.results.Campaign;
import chorus.ratings.results.PlatformView;
import chorus.ratings.results.RoundRow;
import chorus.ratings.results.Welfare;
import chorus.report.altruism.RoundTable;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundMeterTest {
    /** Of the columns of rounds.csv; the harmed are the sum of their groups. */
    private static final Set<String> NO_METER = Set.of("round", "world", "harmed");

    private static final Campaign CAMPAIGN = new Campaign(31, 32, 33, some(0.34), some(0.35), some(0.36), some(0.37));

    /** No number of a row is that of another column, so each is on a meter iff it is among the values. */
    @Test
    void everyColumnOfRoundsIsOnAMeter() {
        var row = row("factual", CAMPAIGN, true);
        try (var meters = new Meters(EnumSet.of(Part.PLATFORM))) {
            meters.publish(List.of(row));
            var shown = rounds(meters)
                    .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                    .toList();
            var columns = RoundTable.ROUNDS.columns().stream()
                    .filter(column -> !NO_METER.contains(column.name()))
                    .map(column -> Double.valueOf(column.field().apply(row)))
                    .toList();
            assertThat(shown).containsExactlyInAnyOrderElementsOf(columns).doesNotHaveDuplicates();
        }
    }

    @Test
    void numbersAreUnderTheirNamesAWorldEach() {
        try (var meters = new Meters(EnumSet.of(Part.PLATFORM))) {
            meters.publish(List.of(row("factual", CAMPAIGN, true), row("twin", Campaign.NONE, false)));
            assertThat(meters.scrape().lines())
                    .contains("chorus_generation 3.0", "chorus_generations_total{outcome=\"trained\"} 1.0")
                    // 20.5 + 4
                    .contains("chorus_altruism_welfare{group=\"all\",world=\"factual\"} 24.5")
                    .contains("chorus_altruism_welfare{group=\"minority\",world=\"twin\"} 4.0")
                    // 4 of 16
                    .contains("chorus_altruism_minority_ideal_ratio{world=\"factual\"} 0.25")
                    // 20.5 − 23
                    .contains("chorus_altruism_change{group=\"majority\",world=\"factual\"} -2.5")
                    .contains("chorus_altruism_singular{place=\"12\",world=\"factual\"} 112.0")
                    .contains("chorus_altruism_harmed_users{group=\"members\",world=\"factual\"} 41.0")
                    .contains("chorus_altruism_members_users{world=\"twin\"} 0.0")
                    .contains("chorus_altruism_pareto{world=\"factual\"} 1.0")
                    .contains("chorus_altruism_pareto{world=\"twin\"} 0.0")
                    .noneMatch(line -> line.startsWith("chorus_altruism_belief") && line.contains("twin"));
        }
    }

    @Test
    void whereNoValueWorksThereIsNoneEvenIfThereWasOneBefore() {
        try (var meters = new Meters(EnumSet.of(Part.PLATFORM))) {
            meters.publish(List.of(row("factual", CAMPAIGN, true)));
            assertThat(meters.scrape()).contains("chorus_altruism_eta{world=\"factual\"} 0.35");
            var none = new Campaign(0, 0, 0, some(0.5), OptionalDouble.empty(), OptionalDouble.empty(), some(0.2));
            meters.publish(List.of(row("factual", none, true)));
            assertThat(meters.scrape())
                    .doesNotContain("chorus_altruism_eta{", "chorus_altruism_eta_low{")
                    .contains("chorus_altruism_eta_high{world=\"factual\"} 0.2");
        }
    }

    private static Stream<String> rounds(Meters meters) {
        return meters.scrape().lines().filter(line -> line.startsWith("chorus_altruism_"));
    }

    private static RoundRow row(String world, Campaign campaign, boolean pareto) {
        var singular = IntStream.rangeClosed(1, PlatformView.SHOWN)
                .mapToObj(place -> 100.0 + place)
                .toList();
        var platform = new PlatformView(51, 0.52, 53, 54.5, singular, 55.5, 56.5);
        var welfare = new Welfare(20.5, 4, 0.21, 0.22, 0.23);
        var against = new AgainstTwin(new Harmed(41, 42, 43), 44, 45.5, pareto, !pareto);
        return new RoundRow(3, world, platform, campaign, welfare, 16, new Welfare(23, 7, 0, 0, 0), against);
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }
}
