package chorus.run.ratings;

import chorus.broker.orders.OrderLog;
import chorus.config.AltruismSettings;
import chorus.config.SettingsText;
import chorus.config.altruism.AltruismOrder;
import chorus.config.altruism.AltruismOrder.Order;
import chorus.config.altruism.World;
import chorus.orders.OrderDecision;
import chorus.ratings.AltruistOrder;
import chorus.run.orders.Heard;
import chorus.run.orders.Sequencer;
import chorus.run.orders.Sequencer.Accepted;
import chorus.run.orders.Sequencer.Judge;
import java.util.List;
import java.util.Optional;

/** How orders about altruists are judged: writers wait for a round before they give the next, so one holds from the round after. */
public final class AltruistCourt {
    private AltruistCourt() {}

    /**
     * A sequencer that knows what became of orders before.
     *
     * @param initial the settings with which the run began
     */
    static Sequencer<AltruistOrder, AltruismSettings> sequencer(
            AltruismSettings initial, OrderLog<AltruistOrder> orders, List<OrderDecision> before) {
        var now = after(initial, before);
        return Sequencer.open(now, before, AltruistCourt::at, orders);
    }

    /** The settings after what became of some orders. */
    public static AltruismSettings after(AltruismSettings initial, List<OrderDecision> decided) {
        return Heard.after(initial, decided, AltruistCourt::further);
    }

    /** How settings go on with what was accepted. */
    static Optional<AltruismSettings> further(AltruismSettings now, OrderDecision accepted) {
        return Optional.of(now.ordered(AltruistLines.order(accepted)));
    }

    private static Judge<AltruistOrder, AltruismSettings> at(long round) {
        var from = Math.toIntExact(round + 1);
        return (now, sent) -> {
            if (from >= now.rounds()) {
                throw new IllegalArgumentException("it could hold from round " + from + " on, and the run ends before");
            }
            var order = AltruistWire.read(sent, from);
            var then = now.ordered(order);
            var placed = placed(order, now.allWorlds(), then.allWorlds());
            return new Accepted<>(now.ordered(placed), from, SettingsText.of(placed));
        };
    }

    /** A start in its world by name, which is the one that is another now: what is accepted says all. */
    private static AltruismOrder placed(AltruismOrder order, List<World> before, List<World> then) {
        return switch (order.order()) {
            case Order.Start start -> {
                var world = then.stream()
                        .filter(each -> !before.contains(each))
                        .findFirst()
                        .orElseThrow();
                yield new AltruismOrder(order.round(), start.in(world.name()));
            }
            case Order.End _ -> order;
        };
    }
}
