package chorus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.config.tree.SettingsFault;
import chorus.worlds.Worlds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as a page of settings holds them, and what they make of campaigns and worlds. */
class OrderSettingsTest {
    private static final String BASE = "campaigns=[{name: a, strategy: DirLoF, budget: 5, start: 2, leave: [0.5, 0]},"
            + " {name: b, strategy: Random, budget: 5, start: 3}]";
    private static final String WORLDS =
            "worlds=[{name: none}, {name: one, campaigns: [a]}, {name: both, campaigns: [a, b]}]";

    @Test
    void areReadAndWrittenAsTheyWere() {
        var settings = load(
                "{epoch: 3, order: AddWorld, world: mine}",
                "{epoch: 4, order: Start, campaign: c, strategy: {InsertAt: 3}, alpha: 0.1, target: {rank: [2, 9]},"
                        + " join: [0.5, 1], hold: 2, leave: [0], knowledge: {sample: 0.5}, world: mine}",
                "{epoch: 6, order: End, campaign: c, plants: stay}",
                "{epoch: 6, order: End, campaign: b}");
        assertThat(settings.orders().get(1).order()).isInstanceOfSatisfying(Order.Start.class, start -> {
            assertThat(start.strategy()).isEqualTo(new CampaignSettings.Strategy.InsertAt(3));
            assertThat(start.join()).containsExactly(0.5, 1.0);
            assertThat(start.world()).hasValue("mine");
        });
        assertThat(settings.orders().get(2).order()).isEqualTo(new Order.End("c", Plants.stay));
        assertThat(settings.orders().get(3).order()).isEqualTo(new Order.End("b", Plants.back));
        var page = SettingsText.of(settings);
        assertThat(SettingsLoader.load("page.yaml", page, List.of())).isEqualTo(settings);
    }

    @Test
    void bringCampaignsAndWorldsFromTheirEpochsOn() {
        var settings = load(
                "{epoch: 3, order: AddWorld, world: mine}",
                "{epoch: 4, order: Start, campaign: c, strategy: Random, budget: 5}",
                "{epoch: 5, order: Start, campaign: d, strategy: Random, budget: 5, world: one}");
        var standing = settings.standing();
        assertThat(standing.campaigns()).extracting(CampaignSettings::name).containsExactly("a", "b", "c", "d");
        assertThat(standing.campaigns().get(2).start()).isEqualTo(4);
        assertThat(names(standing.worlds(2))).containsExactly("none", "one", "both");
        assertThat(names(standing.worlds(3))).containsExactly("none", "one", "both", "mine");
        // of all beside the twin, mine alone has no campaign
        assertThat(campaigns(standing.worlds(3), "mine")).isEmpty();
        assertThat(campaigns(standing.worlds(4), "mine")).containsExactly("c");
        assertThat(campaigns(standing.worlds(4), "one")).containsExactly("a");
        assertThat(campaigns(standing.worlds(5), "one")).containsExactlyInAnyOrder("a", "d");
        assertThat(standing.worlds()).isEqualTo(settings.allWorlds());
        assertThat(settings.allWorlds().byBit())
                .extracting(world -> world.name())
                .containsExactly("none", "one", "both", "mine");
    }

    @Test
    void spareWorldsAreCountedUntilOrdersNameThem() {
        var two = load("spareWorlds=2");
        assertThat(two.countedWorlds().names()).containsExactly("none", "one", "both", "spare 1", "spare 2");
        assertThat(two.allWorlds().names()).containsExactly("none", "one", "both");
        var one = load("spareWorlds=2", "{epoch: 3, order: AddWorld, world: mine}");
        assertThat(one.countedWorlds().names()).containsExactly("none", "one", "both", "mine", "spare 2");
        var none = load("{epoch: 3, order: AddWorld, world: mine}");
        assertThat(none.countedWorlds()).isEqualTo(none.allWorlds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{epoch: 0, order: AddWorld, world: x}|orders[0].epoch = 0: must lie in 1…100000",
                "{epoch: 1, order: Stop, campaign: a}|orders[0].order = Stop: must be one of Start, End, AddWorld",
                "{epoch: 1, order: AddWorld}|orders[0].world: must be given: order AddWorld",
                "{epoch: 1, order: AddWorld, world: x, budget: 3}|orders[0].budget: belongs to order Start",
                "{epoch: 1, order: AddWorld, world: one}|orders[0].world = one: is there already",
                "{epoch: 1, order: AddWorld, world: a b}|orders[0].world = a b: letters, digits, '-' and '_' are allowed, at most 100",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF}|orders[0].budget, alpha: one of them must be given",
                "{epoch: 1, order: Start, campaign: x, budget: 1}|orders[0].strategy: must be given: order Start",
                "{epoch: 1, order: Start, campaign: x, strategy: InsertAt, budget: 1}|orders[0].index: must be given: strategy InsertAt",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF, budget: -1}|orders[0].budget = -1: must lie in 0…10000000",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF, budget: 1, members: a}|orders[0].members: unknown setting",
                "{epoch: 1, order: Start, campaign: x, strategy: {file: a.csv}, budget: 1}|orders[0].strategy: File is none that can be ordered",
                "{epoch: 1, order: Start, campaign: a, strategy: DirLoF, budget: 1}|orders[0].campaign = a: there is one of that name",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF, budget: 1}|orders[0].world: must be given, as all have campaigns: one of one, both",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF, budget: 1, world: none}|orders[0].world = none: is the twin, in which nothing happens; others are one, both",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF, budget: 1, world: z}|orders[0].world = z: there is no such world in epoch 1; there are one, both",
                "{epoch: 1, order: Start, campaign: x, strategy: DirLoF, budget: 1, world: one, target: {new: a}}|orders[0].world = one: a and x have one target, so they may not meet there",
                "{epoch: 5, order: End, campaign: x}|orders[0].campaign = x: there is no such campaign; known are a, b",
                "{epoch: 3, order: End, campaign: b}|orders[0].campaign = b: it starts in epoch 3, and can be ended from the one after that on, not in epoch 3",
                "{epoch: 3, order: End, campaign: a}|orders[0].campaign = a: its plants are taken back from epoch 3 on as it is",
                "{epoch: 4, order: End, campaign: b, plants: rot}|orders[0].plants = rot: must be one of back, stay",
            })
    void oneThatCannotHoldIsRefusedInOneLine(String order, String message) {
        assertThatThrownBy(() -> load(order))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("--set: " + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aCampaignIsEndedOnce() {
        assertThatThrownBy(() -> load("{epoch: 4, order: End, campaign: b}", "{epoch: 6, order: End, campaign: b}"))
                .hasMessage("--set: orders[1].campaign = b: an order ends it in epoch 4");
    }

    @Test
    void anOrderSeesThoseBeforeItInTheListWhateverTheirEpochs() {
        var late = "{epoch: 9, order: AddWorld, world: mine}";
        assertThatThrownBy(() ->
                        load(late, "{epoch: 8, order: Start, campaign: x, strategy: DirLoF, budget: 1, world: mine}"))
                .hasMessageContaining("orders[1].world = mine: there is no such world in epoch 8");
        assertThat(load(late, "{epoch: 9, order: Start, campaign: x, strategy: DirLoF, budget: 1, world: mine}")
                        .allCampaigns())
                .hasSize(3);
        assertThatThrownBy(() -> load(late, "{epoch: 3, order: AddWorld, world: mine}"))
                .hasMessage("--set: orders[1].world = mine: is there already");
    }

    @Test
    void thereAreAtMostSixteenWorlds() {
        assertThatThrownBy(() -> load("spareWorlds=14"))
                .hasMessage("--set: spareWorlds = 14: must lie in 0…13 beside 3 worlds");
        assertThatThrownBy(() -> load("spareWorlds=15")).hasMessage("--set: spareWorlds = 15: must lie in 0…14");
        var many = new ArrayList<String>();
        for (var i = 0; i < 14; i++) {
            many.add("{epoch: 1, order: AddWorld, world: w" + i + "}");
        }
        assertThatThrownBy(() -> load(many.toArray(String[]::new)))
                .hasMessage("--set: orders[13].world = w13: there are 16 worlds already, the most");
    }

    @Test
    void aFileOfOrdersTakesThePlaceOfTheList(@TempDir Path directory) throws Exception {
        var file = Files.writeString(
                directory.resolve("orders.yaml"), "orders:\n  - {epoch: 3, order: AddWorld, world: mine}\n");
        var settings = SettingsLoader.load(Optional.empty(), Optional.of(file), List.of(BASE, WORLDS));
        assertThat(settings.orders()).containsExactly(new OrderSettings(3, new Order.AddWorld("mine")));
        var wrong = Files.writeString(directory.resolve("wrong.yaml"), "orders:\n  - {epoch: 3}\n");
        assertThatThrownBy(() -> SettingsLoader.load(Optional.empty(), Optional.of(wrong), List.of()))
                .hasMessage(wrong + ":2: orders[0].order: is missing");
        var other = Files.writeString(directory.resolve("other.yaml"), "name: x\n");
        assertThatThrownBy(() -> SettingsLoader.load(Optional.empty(), Optional.of(other), List.of()))
                .hasMessage(other + ":1: a file of orders holds one key, orders: a list, as orders.yaml of a run does");
    }

    private static Set<String> campaigns(Worlds worlds, String name) {
        return worlds.world(name).orElseThrow().campaigns();
    }

    private static List<String> names(Worlds worlds) {
        return worlds.named().stream().map(world -> world.name()).toList();
    }

    /** @param more orders, and options that are no orders */
    private static Settings load(String... more) {
        var options = new ArrayList<>(List.of(BASE, WORLDS));
        Arrays.stream(more).filter(each -> !each.startsWith("{")).forEach(options::add);
        var orders = Arrays.stream(more).filter(each -> each.startsWith("{")).toList();
        options.add("orders=[" + String.join(", ", orders) + "]");
        return SettingsLoader.load(Optional.empty(), options);
    }
}
