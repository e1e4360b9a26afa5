package chorus.altruism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cost, belief and the end of a campaign: means over seeds 1–3, as an independent NumPy prototype had them. */
class CostTest {
    private static final List<List<RoundRow>> SEEDS = new ArrayList<>();

    @BeforeAll
    static void play() {
        var settings = SomeAltruism.of(
                "eta=0.3",
                "worlds=[{name: twin, altruists: false}, {name: free}, {name: cheap, cost: 0.1}, {name: dear, cost: 0.2},"
                        + " {name: too-dear, cost: 0.3}, {name: believed, cost: 0.2, belief: 1}, {name: ends, end: 15}]");
        for (var seed = 1; seed <= 3; seed++) {
            SEEDS.add(Game.play(settings, seed));
        }
    }

    @ParameterizedTest
    @CsvSource({"free, 600, 62", "cheap, 503, 64", "dear, 156, 24", "too-dear, 0, 0", "believed, 412, 64"})
    void theFirstBeliefDecides(String world, double members, double minority) {
        assertThat(mean(world, 19, row -> row.campaign().members())).isCloseTo(members, within(.5));
        assertThat(mean(world, 19, row -> row.welfare().minority())).isCloseTo(minority, within(.5));
    }

    @Test
    void whereItCostsTooMuchAllAreGoneByTheSeventhRound() {
        assertThat(mean("too-dear", 7, row -> row.campaign().members())).isZero();
        assertThat(mean("too-dear", 5, row -> row.campaign().members())).isPositive();
    }

    @Test
    void whenRatingsAreWithdrawnTheMinorityLosesAllInThatRound() {
        assertThat(mean("ends", 14, row -> row.welfare().minority())).isCloseTo(57, within(.5));
        assertThat(mean("ends", 15, row -> row.welfare().minority())).isZero();
    }

    private static double mean(String world, int round, ToDoubleFunction<RoundRow> figure) {
        return SEEDS.stream()
                .flatMap(List::stream)
                .filter(row -> row.world().equals(world) && row.round() == round)
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }
}
