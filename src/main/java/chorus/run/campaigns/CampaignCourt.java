package chorus.run.campaigns;

import chorus.broker.orders.OrderLog;
import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.orders.OrderDecision;
import chorus.rows.CampaignOrder;
import chorus.run.orders.Heard;
import chorus.run.orders.Heard.Further;
import chorus.run.orders.Sequencer;
import chorus.run.orders.Sequencer.Accepted;
import chorus.run.orders.Sequencer.Court;
import chorus.run.orders.Sequencer.Judge;
import java.util.List;
import java.util.Optional;

/**
 * How orders about campaigns and worlds are judged.
 *
 * @param initial the settings with which the run began
 */
public record CampaignCourt(Settings initial, PlanSource source) implements Court<CampaignOrder, Settings> {
    /** A sequencer that knows what became of orders before. */
    public static Sequencer<CampaignOrder, Settings> sequencer(
            Settings initial, PlanSource source, OrderLog<CampaignOrder> orders, List<OrderDecision> before)
            throws InterruptedException {
        var some = before.stream().anyMatch(decision -> decision.epoch().isPresent());
        var now = some ? Heard.after(initial, before, further(source.plan().from())) : initial;
        return Sequencer.open(now, before, new CampaignCourt(initial, source), orders);
    }

    /**
     * How settings go on with what was accepted for one plan of a log.
     *
     * @param from the epoch, as written, from which its campaigns count theirs
     */
    public static Further<Settings> further(long from) {
        return (settings, accepted) -> {
            var order = OrderLines.order(accepted);
            return from + order.epoch() == accepted.epoch().orElseThrow()
                    ? Optional.of(settings.ordered(order))
                    : Optional.empty();
        };
    }

    @Override
    public Judge<CampaignOrder, Settings> at(long generation) throws InterruptedException {
        var standpoint = initial.epochs().by().followsPlan() ? source.plan() : Standpoint.NONE;
        return (now, sent) -> {
            var rehearsal = Rehearsal.of(initial, standpoint, generation);
            var order = placed(Wire.read(sent, rehearsal.epoch()), now);
            return new Accepted<>(
                    rehearsal.with(now, order.order()), standpoint.from() + rehearsal.epoch(), SettingsText.of(order));
        };
    }

    /** A start in the world where it comes to happen, by name: what is accepted says all. */
    private static OrderSettings placed(OrderSettings order, Settings now) {
        return switch (order.order()) {
            case Order.Start start ->
                new OrderSettings(
                        order.epoch(),
                        start.in(now.ordered(order)
                                .standing()
                                .placeOf(start.campaign())
                                .orElseThrow()));
            case Order.End _, Order.AddWorld _ -> order;
        };
    }
}
