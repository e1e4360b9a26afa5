package chorus.altruism;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.ratings.results.RoundRow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Altruists who begin and end on command. */
class OrderedGameTest {
    private static final List<String> SMALL = List.of(
            "users=200",
            "items=60",
            "minorityUsers=20",
            "minorityItems=8",
            "targets=8",
            "rounds=9",
            "begin=2",
            "tolerance={absolute: 5}",
            "rank=6",
            "cost=0.05",
            "patience=0.3");
    private static final String OTHERS = "{name: twin, altruists: false}, {name: early, eta: 0.5}";

    /** What an order says is as if the settings had said it, but for what is shown before it holds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void startedInARoundTheyComeToWhatThoseComeToWhoBeginThereByTheSettings(long seed) {
        var ordered = play(
                seed,
                "worlds=[" + OTHERS + ", {name: late, begin: never}]",
                "orders=[{round: 4, order: Start, share: 0.6, eta: 0.4, choose: random, targets: 5},"
                        + " {round: 7, order: End, world: late}]");
        var set = play(
                seed,
                "worlds=[" + OTHERS
                        + ", {name: late, begin: 4, end: 7, share: 0.6, eta: 0.4, choose: random, targets: 5}]");
        assertThat(from(4, ordered)).isEqualTo(from(4, set));
        assertThat(of("late", ordered))
                .extracting(RoundRow::platform)
                .isEqualTo(of("late", set).stream().map(RoundRow::platform).toList());
        assertThat(of("late", ordered).get(6).campaign().members()).isPositive();
        assertThat(of("late", ordered).get(7).campaign().members()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasThereBeforeStaysAsItIs(long seed) {
        var worlds = "worlds=[" + OTHERS + ", {name: late, begin: never}]";
        var nothing = play(seed, worlds);
        var ordered = play(seed, worlds, "orders=[{round: 4, order: Start, eta: 0.9, targets: 1}]");
        assertThat(of("early", ordered)).isEqualTo(of("early", nothing));
        assertThat(of("twin", ordered)).isEqualTo(of("twin", nothing));
        assertThat(of("late", ordered).subList(0, 4))
                .isEqualTo(of("late", nothing).subList(0, 4));
        assertThat(of("late", ordered).get(4)).isNotEqualTo(of("late", nothing).get(4));
    }

    @Test
    void thoseOfTheSettingsAreEndedInTheSameWay() {
        var ordered = play(1, "orders=[{round: 5, order: End, world: factual}]");
        var set = play(1, "end=5");
        assertThat(ordered).isEqualTo(set);
        assertThat(of("factual", ordered).get(4).campaign().members()).isPositive();
    }

    @Test
    void whoWaitsForAnOrderThatDoesNotComeIsATwin() {
        var rows = play(1, "begin=never");
        assertThat(of("factual", rows))
                .extracting(RoundRow::welfare)
                .isEqualTo(of("counterfactual", rows).stream()
                        .map(RoundRow::welfare)
                        .toList());
        assertThat(of("factual", rows)).allMatch(row -> row.campaign().ratings() == 0);
    }

    private static List<RoundRow> play(long seed, String... options) {
        return Game.play(
                SomeAltruism.of(
                        Stream.concat(SMALL.stream(), Stream.of(options)).toArray(String[]::new)),
                seed);
    }

    private static List<RoundRow> of(String world, List<RoundRow> rows) {
        return rows.stream().filter(row -> row.world().equals(world)).toList();
    }

    private static List<RoundRow> from(int round, List<RoundRow> rows) {
        return rows.stream().filter(row -> row.round() >= round).toList();
    }
}
