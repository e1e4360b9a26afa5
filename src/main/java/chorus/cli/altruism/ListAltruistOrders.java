package chorus.cli.altruism;

import chorus.cli.orders.Listing;
import chorus.config.SettingsLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus altruism campaign list}. */
@Command(
        name = "list",
        description = "List the orders to a run, those that wait for a round too, and what became of each.",
        mixinStandardHelpOptions = true)
final class ListAltruistOrders implements Callable<Integer> {
    @Mixin
    private Listing listing = new Listing(SettingsLoader::altruists);

    @Override
    public Integer call() throws Exception {
        return listing.list(AltruistOrders.CHANNEL);
    }
}
