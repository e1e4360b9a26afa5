package chorus.cli.orders;

import chorus.config.OrderSettings.Order;
import chorus.run.campaigns.Wire;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chorus campaign world}. */
@Command(
        name = "world",
        description = {
            "Order that a world comes to those of the run, in the place of a spare one (spareWorlds in its settings).",
            "It equals the twin until a campaign starts there."
        },
        exitCodeList = {"0:done, the run takes it, or it waits for a generation", "1:failed, or the run refuses it"},
        mixinStandardHelpOptions = true)
final class AddWorld implements Callable<Integer> {
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "the world's name")
    private String name = "";

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Integer call() throws Exception {
        return sending.send(CampaignOrders.CHANNEL, () -> Wire.raw(new Order.AddWorld(name)));
    }
}
