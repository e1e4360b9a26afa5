package chorus.run.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.SettingsLoader;
import chorus.config.SettingsText;
import chorus.config.altruism.AltruismOrder;
import chorus.config.altruism.AltruismOrder.Order;
import chorus.config.tree.SettingsFault;
import chorus.ratings.AltruistOrder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order as it is sent, and as the settings have it. */
class AltruistWireTest {
    @Test
    void isReadAsAPageOfSettingsWouldHaveIt() {
        var sent = new AltruistOrder.Start(
                Optional.of("late"), Map.of("eta", "middle", "choose", "{sample: 0.1}", "share", "0.5", "pace", "2"));
        var order = SettingsLoader.altruismOrder(
                "test",
                "{round: 7, order: Start, world: late, eta: middle, choose: {sample: 0.1}, share: 0.5, pace: 2}");
        assertThat(AltruistWire.read(sent, 7)).isEqualTo(order);
        assertThat(SettingsLoader.altruismOrder("text", SettingsText.of(order))).isEqualTo(order);
        assertThat(AltruistWire.read(new AltruistOrder.End("late"), 8))
                .isEqualTo(new AltruismOrder(8, new Order.End("late")));
    }

    /** What others sent, who may write what they like. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eta|high|order: eta = high: must be a number or middle or bisected",
                "eta|[|order:1:2: not YAML",
                "share|2|order: share = 2.0: must lie in 0…1",
                "pace|1e9|order: pace = 1e9: must be a whole number",
                "colour|red|order: colour: unknown setting; known in [0] are round, order, world, share,",
                "world|other|order: world: is nothing that altruists have of their own",
                "round|3|order: round: is nothing that altruists have of their own",
                "order|End|order: order: is nothing that altruists have of their own",
            })
    void whatIsNoneOfTheirsIsRefusedInOneLine(String key, String value, String line) {
        var sent = new AltruistOrder.Start(Optional.empty(), Map.of(key, value));
        assertThatThrownBy(() -> AltruistWire.read(sent, 1))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith(line)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aWorldIsAName() {
        assertThatThrownBy(() -> AltruistWire.read(new AltruistOrder.End(""), 1))
                .hasMessageStartingWith("order: world = : letters, digits");
    }
}
