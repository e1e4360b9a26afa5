package chorus.cli.altruism;

import chorus.broker.ratings.RoundOrders;
import chorus.cli.orders.Channel;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.AltruistOrder;
import chorus.run.ratings.AltruistLines;
import picocli.CommandLine.Command;

/** {@code chorus altruism campaign}: altruists on command, while a run goes. */
@Command(
        name = "campaign",
        description = {
            "Have the altruists of a world begin or end in a run that goes on (docs/orders.md).",
            "The run's trainer accepts or refuses an order with its next round; what it accepts holds from the round after that on."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StartAltruists.class, EndAltruists.class, ListAltruistOrders.class})
final class AltruistOrders {
    static final Channel<AltruistOrder> CHANNEL = new Channel<>(
            RatingTopics.SIMULATION,
            RatingTopics.ORDERS,
            AltruistLines.WORDS,
            RoundOrders::open,
            "altruism campaign list",
            "round");
}
