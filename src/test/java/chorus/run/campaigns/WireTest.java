package chorus.run.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.SettingsLoader;
import chorus.config.SettingsText;
import chorus.config.tree.SettingsFault;
import chorus.rows.CampaignOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order as it is sent, and as the settings have it. */
class WireTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "order: Start, campaign: a, strategy: DirLoF, budget: 3",
                "order: Start, campaign: a, strategy: {InsertAt: 3}, alpha: 0.25, join: [0.5, 1], hold: 2, leave: [0.5, 0]",
                "order: Start, campaign: a, strategy: Hybrid, minSupport: {share: 0.1}, budget: 3, world: w",
                "order: Start, campaign: a, strategy: {Hybrid: 5}, budget: 3, knowledge: {streams: 0.5}",
                "order: Start, campaign: \"yes: it's\", strategy: Random, budget: 3, target: {uri: \"spotify:track:1, x\"}",
                "order: Start, campaign: a, strategy: {Altruistic: 5}, budget: 3, target: {scene: 60}, knowledge: own",
                "order: Start, campaign: a, strategy: Random, budget: 3, target: {rank: [2, 9]}, noise: {forget: 0.1}",
                "order: End, campaign: a",
                "order: End, campaign: a, plants: stay",
                "order: AddWorld, world: mine",
            })
    void comesBackAsItWas(String keys) {
        var order = SettingsLoader.order("test", "{epoch: 7, " + keys + "}");
        assertThat(Wire.read(Wire.raw(order.order()), 7)).isEqualTo(order);
        assertThat(SettingsLoader.order("text", SettingsText.of(order))).isEqualTo(order);
    }

    /** What others sent, who may write what they like. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DirLoF, budget: 9|order: strategy: must be one of DirLoF",
                "Nope|order: strategy = Nope: must be one of DirLoF",
                "{file: a.csv}|order: strategy: File is none that can be ordered",
                "[|order:1:2: not YAML",
                "InsertAt|order: index: must be given: strategy InsertAt",
            })
    void aStrategyThatIsNoneIsRefusedInOneLine(String strategy, String line) {
        assertThatThrownBy(() -> Wire.read(start("a", strategy, 3), 1))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith(line)
                .hasMessageNotContaining("\n");
    }

    @Test
    void numbersAreBounded() {
        assertThatThrownBy(() -> Wire.read(start("a", "DirLoF", -1), 1))
                .hasMessage("order: budget = -1: must lie in 0…10000000");
        assertThatThrownBy(() -> Wire.read(start("x".repeat(101), "DirLoF", 1), 1))
                .hasMessage("order: campaign: must be one line of at most 100 characters");
    }

    @Test
    void sharesAreAsManyAsARecordTakes() {
        var many = "{epoch: 1, order: Start, campaign: a, strategy: DirLoF, budget: 1, join: [" + "1, ".repeat(1000)
                + "1]}";
        assertThatThrownBy(() -> SettingsLoader.order("test", many))
                .hasMessage("test:1: join, how many shares = 1001: must lie in 1…1000");
    }

    private static CampaignOrder start(String campaign, String strategy, int budget) {
        return new CampaignOrder.Start(
                campaign,
                strategy,
                Optional.empty(),
                OptionalInt.of(budget),
                OptionalDouble.empty(),
                List.of(1.0),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
