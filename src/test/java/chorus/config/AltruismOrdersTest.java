package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.altruism.AltruismOrder;
import chorus.config.altruism.AltruismOrder.Order;
import chorus.config.altruism.Begin;
import chorus.config.altruism.Choose;
import chorus.config.altruism.Eta;
import chorus.config.altruism.World;
import chorus.config.tree.SettingsFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders about altruists as a page of settings holds them, and what they make of worlds. */
class AltruismOrdersTest {
    private static final String WORLDS = "altruism.worlds=[{name: few, end: 9}, {name: twin, altruists: false},"
            + " {name: late, begin: never, eta: 0.4}, {name: later, begin: never}]";

    @Test
    void areReadAndWrittenAsTheyWere() {
        var settings = load(
                "{round: 7, order: Start, world: late, share: 0.5, willing: first, eta: middle, targets: 4,"
                        + " choose: {sample: 0.1}, actions: 6, pace: 2, end: 15, cost: 0.1, belief: 1, memory: 0.5,"
                        + " patience: 0.9}",
                "{round: 8, order: Start}",
                "{round: 12, order: End, world: late}");
        assertThat(settings.altruism().orders().getFirst().order()).isInstanceOfSatisfying(Order.Start.class, start -> {
            assertThat(start.world()).hasValue("late");
            assertThat(start.own().eta()).hasValue(new Eta.Middle());
            assertThat(start.own().choose()).hasValue(new Choose.Sample(0.1));
            assertThat(start.own().end()).hasValue(15);
        });
        assertThat(settings.altruism().orders().getLast()).isEqualTo(new AltruismOrder(12, new Order.End("late")));
        var page = SettingsText.of(settings);
        assertThat(SettingsLoader.load("page.yaml", page, List.of())).isEqualTo(settings);
    }

    @Test
    void sayWhatTheAltruistsOfOneWorldAreFromTheirRoundOn() {
        var worlds = load(
                        "{round: 7, order: Start, share: 0.5}",
                        "{round: 8, order: Start, world: later}",
                        "{round: 12, order: End, world: late}",
                        "{round: 6, order: End, world: few}")
                .altruism()
                .allWorlds();
        assertThat(worlds).extracting(World::name).containsExactly("few", "twin", "late", "later");
        var late = worlds.get(2);
        assertThat(late.collective().orElseThrow().begin()).isEqualTo(new Begin.Never());
        assertThat(late.turns().keySet()).containsExactly(7, 12);
        var started = late.turn(7).orElseThrow();
        assertThat(started.begin()).isEqualTo(new Begin.Round(7));
        assertThat(started.share()).isEqualTo(0.5);
        assertThat(started.eta())
                .as("what the order does not name is the world's")
                .isEqualTo(new Eta.Value(0.4));
        assertThat(started.targets()).as("or the section's").isEqualTo(20);
        assertThat(started.actsIn(6)).isFalse();
        assertThat(started.actsIn(7)).isTrue();
        assertThat(late.turn(12).orElseThrow().actsIn(11)).isTrue();
        assertThat(late.turn(12).orElseThrow().actsIn(12)).isFalse();
        assertThat(worlds.get(0).turn(6).orElseThrow().end()).hasValue(6);
        assertThat(worlds.get(1).turns()).isEmpty();
        assertThat(worlds.get(3).turn(8).orElseThrow().begin()).isEqualTo(new Begin.Round(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{round: 7, order: Start, world: nowhere}|[0].world = nowhere: there is no such world; there are few, late, later",
                "{round: 7, order: End, world: nowhere}|[0].world = nowhere: there is no such world; there are few, late, later",
                "{round: 7, order: Start, world: twin}|[0].world = twin: is the twin, in which there are no altruists; others are"
                        + " few, late, later",
                "{round: 7, order: Start, world: few}|[0].world = few: its altruists begin in round 5 as it is; those that an order"
                        + " is to start have begin: never",
                "{round: 7, order: Start}, {round: 8, order: Start, world: late}|[1].world = late: an order starts its altruists"
                        + " in round 7",
                "{round: 7, order: Start}, {round: 9, order: End, world: late}, {round: 11, order: Start, world: late}|[2].world ="
                        + " late: an order starts its altruists in round 7",
                "{round: 7, order: Start}, {round: 7, order: Start}, {round: 8, order: Start}|[2].world: the altruists of none wait"
                        + " for an order (begin: never)",
                "{round: 7, order: End, world: late}|[0].world = late: its altruists have not begun, they wait for an order that"
                        + " starts them",
                "{round: 5, order: End, world: few}|[0].world = few: its altruists begin in round 5, and can be ended from the one"
                        + " after that on, not in round 5",
                "{round: 9, order: End, world: few}|[0].world = few: its altruists end in round 9 as it is",
                "{round: 7, order: End, world: few}, {round: 8, order: End, world: few}|[1].world = few: an order ends its altruists"
                        + " in round 7",
                "{round: 20, order: Start}|[0].round = 20: must lie in 1…19",
                "{round: 0, order: Start}|[0].round = 0: must lie in 1…10000",
                "{round: 7, order: Start, targets: 21}|[0].targets = 21: must lie in 1…20",
                "{round: 7, order: Start, end: 6}|[0].end = 6: must lie in 7…10000",
                "{round: 7, order: Start, share: 1.5}|[0].share = 1.5: must lie in 0…1",
                "{round: 7, order: Start, pace: 0}|[0].pace = 0: must lie in 1…100000",
                "{round: 7, order: Start, eta: high}|[0].eta = high: must be a number or middle or bisected",
                "{round: 7, order: Start, begin: 3}|[0].begin: unknown setting; did you mean altruism.begin"
                        + " or altruism.worlds[0].begin?",
                "{round: 7, order: End, world: late, eta: 1}|[0].eta: belongs to order Start",
                "{round: 7, order: Ende, world: late}|[0].order = Ende: must be one of Start, End",
                "{round: 7, order: Start, world: a b}|[0].world = a b: letters, digits, '.', '_' and '-' are allowed, at most 100, the"
                        + " first a letter or a digit",
            })
    void oneThatCannotHoldIsRefused(String orders, String message) {
        assertThatThrownBy(() -> load(orders))
                .isInstanceOf(SettingsFault.class)
                .hasMessageEndingWith("altruism.orders" + message);
    }

    @Test
    void aFileOfThemIsOfTheSimulationThatReadsIt(@TempDir Path directory) throws Exception {
        var file = Files.writeString(
                directory.resolve("orders.yaml"),
                SettingsText.of(new AltruismOrder.Page(List.of(new AltruismOrder(7, new Order.End("factual"))))));
        var settings = SettingsLoader.altruists(Optional.empty(), Optional.of(file), List.of());
        assertThat(settings.altruism().orders()).hasSize(1);
        assertThat(settings.orders()).isEmpty();
        assertThatThrownBy(() -> SettingsLoader.load(Optional.empty(), Optional.of(file), List.of()))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("orders[0].round: unknown setting");
    }

    private static Settings load(String... orders) {
        return SettingsLoader.load("none", "", List.of(WORLDS, "altruism.orders=[" + String.join(", ", orders) + "]"));
    }
}
