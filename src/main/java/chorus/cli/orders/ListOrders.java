package chorus.cli.orders;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chorus campaign list}: all orders, and what became of them. */
@Command(
        name = "list",
        description = "List the orders to a run, those that wait for a generation too, and what became of each.",
        mixinStandardHelpOptions = true)
final class ListOrders implements Callable<Integer> {
    @Mixin
    private Listing listing = new Listing();

    @Override
    public Integer call() throws Exception {
        return listing.list(CampaignOrders.CHANNEL);
    }
}
