package chorus.cli.orders;

import chorus.broker.generations.GenerationLog;
import chorus.events.Simulation;
import chorus.events.Topic;
import chorus.rows.CampaignOrder;
import chorus.run.campaigns.OrderLines;
import picocli.CommandLine.Command;

/** {@code chorus campaign}: campaigns on command, while a run goes. */
@Command(
        name = "campaign",
        description = {
            "Start and end campaigns in a run that goes on, and add worlds (docs/orders.md).",
            "The run's trainer accepts or refuses an order with its next generation; what it accepts holds from the epoch "
                    + "after that on."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StartCampaign.class, EndCampaign.class, AddWorld.class, ListOrders.class})
public final class CampaignOrders {
    static final Channel<CampaignOrder> CHANNEL = new Channel<>(
            Simulation.PLAYLISTS, Topic.ORDERS, OrderLines.WORDS, GenerationLog::open, "campaign list", "generation");
}
