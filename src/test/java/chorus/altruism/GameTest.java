package chorus.altruism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.ratings.results.RoundRow;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GameTest {
    private static final String[] SMALL = {
        "users=200",
        "items=60",
        "minorityUsers=20",
        "minorityItems=8",
        "targets=8",
        "rounds=8",
        "begin=2",
        "tolerance={absolute: 5}",
        "rank=6",
    };

    /** The figures of an independent NumPy prototype at seed 1, to the digits that it gave: k*, minority, majority, harmed. */
    @ParameterizedTest
    @CsvSource({
        ".2, 1;6;7;7, 0;64.433;70.878;70.878, 891.671;1239.175;1328.730;1330.791, ",
        ".3, 2;6;7;7, 0;61.102;67.136;67.136, 957.528;1237.967;1326.867;1330.627, 36;9;1;0",
    })
    void roundsAreThoseOfThePrototype(double eta, String kept, String minority, String majority, String harmed) {
        var rows = Game.play(SomeAltruism.of("eta=" + eta), 1);
        var factual = at(rows, "factual");
        assertThat(joined(factual, row -> "" + row.platform().kept())).isEqualTo(kept);
        assertThat(joined(factual, row -> rounded(row.welfare().minority()))).isEqualTo(minority);
        assertThat(joined(factual, row -> rounded(row.welfare().majority()))).isEqualTo(majority);
        if (harmed != null) {
            assertThat(joined(factual, row -> "" + row.against().harmed().all()))
                    .isEqualTo(harmed);
        }
        var twin = at(rows, "counterfactual");
        assertThat(joined(twin, row -> "" + row.platform().kept())).isEqualTo("1;5;6;6");
        assertThat(joined(twin, row -> rounded(row.welfare().majority())))
                .isEqualTo("891.671;1240.559;1329.590;1332.341");
        assertThat(twin)
                .allMatch(row -> row.welfare().minority() == 0 && row.against().loss() == 0);
        assertThat(factual).allMatch(row -> row.campaign().members() == 642);
        assertThat(twin.getLast().platform().observed()).isCloseTo(.209, within(.003));
    }

    private static List<RoundRow> at(List<RoundRow> rows, String world) {
        return rows.stream()
                .filter(row ->
                        row.world().equals(world) && List.of(5, 9, 14, 19).contains(row.round()))
                .toList();
    }

    private static String joined(List<RoundRow> rows, java.util.function.Function<RoundRow, String> figure) {
        return String.join(";", rows.stream().map(figure).toList());
    }

    private static String rounded(double value) {
        var text = String.format(java.util.Locale.ROOT, "%.3f", value);
        return value == 0 ? "0" : text;
    }

    /** The law of worlds: what others do leaves no trace in the twin, nor in one another. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWorldIsTheSameWhateverOthersThereAre(long seed) {
        var alone = Game.play(small("eta=0.5"), seed);
        var nobody = Game.play(small("share=0"), seed);
        var many = Game.play(
                small(
                        "worlds=[{name: narrow, targets: 1, eta: 0.9}, {name: counterfactual, altruists: false}, {name: factual, eta: 0.5},"
                                + " {name: late, begin: 4, end: 6}]"),
                seed);
        assertThat(of(many, "factual")).isEqualTo(of(alone, "factual"));
        assertThat(of(many, "counterfactual")).isEqualTo(of(alone, "counterfactual"));
        assertThat(of(nobody, "counterfactual")).isEqualTo(of(alone, "counterfactual"));
        assertThat(of(nobody, "factual").stream().map(RoundRow::platform).toList())
                .isEqualTo(of(nobody, "counterfactual").stream()
                        .map(RoundRow::platform)
                        .toList());
        assertThat(of(many, "late").get(3).platform())
                .isEqualTo(of(many, "counterfactual").get(3).platform());
        assertThat(of(many, "late").get(4).platform())
                .isNotEqualTo(of(many, "counterfactual").get(4).platform());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void figuresDoNotDependOnThreads(int threads) throws Exception {
        try (var pool = new ForkJoinPool(threads)) {
            assertThat(pool.submit(() -> Game.play(small("eta=0.5"), 1)).get())
                    .isEqualTo(Game.play(small("eta=0.5"), 1));
        }
    }

    @Test
    void membersGiveWhatTheyMayAtTheirPaceAndTakeItBackAtTheEnd() {
        var rows = of(Game.play(small("actions=6", "pace=4", "begin=2", "end=5", "share=0.5"), 1), "factual");
        var members = rows.get(2).campaign().members();
        assertThat(rows.stream().map(row -> row.campaign().members()))
                .containsExactly(0, 0, members, members, members, 0, 0, 0);
        assertThat(rows.stream().map(row -> row.campaign().ratings()))
                .containsExactly(
                        0L, 0L, 4L * members, 6L * members, 6L * members, 6L * members, 6L * members, 6L * members);
        var held = rows.get(4).platform().pairs();
        assertThat(rows.get(5).platform().pairs())
                .as("more is taken back than a round shows")
                .isLessThan(held + 200 * 5);
    }

    @Test
    void whoDoesNotThinkItWorthItsCostTakesNoPart() {
        var all = of(Game.play(small("cost=0"), 1), "factual").get(2).campaign().members();
        var some = of(Game.play(small("cost=0.25"), 1), "factual")
                .get(2)
                .campaign()
                .members();
        var none =
                of(Game.play(small("cost=0.5"), 1), "factual").get(2).campaign().members();
        assertThat(some).isBetween(1, all - 1);
        assertThat(none).isZero();
    }

    private static chorus.config.AltruismSettings small(String... options) {
        var all = new java.util.ArrayList<>(List.of(SMALL));
        all.addAll(List.of(options));
        return SomeAltruism.of(all.toArray(String[]::new));
    }

    private static List<RoundRow> of(List<RoundRow> rows, String world) {
        return rows.stream().filter(row -> row.world().equals(world)).toList();
    }
}
