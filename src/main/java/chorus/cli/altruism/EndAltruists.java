package chorus.cli.altruism;

import chorus.cli.orders.Sending;
import chorus.config.SettingsLoader;
import chorus.ratings.AltruistOrder;
import chorus.run.ratings.AltruistWire;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chorus altruism campaign end}. */
@Command(
        name = "end",
        description = "Order that the altruists of a world act no more and take their ratings back.",
        exitCodeList = {"0:done, the run takes it, or it waits for a round", "1:failed, or the run refuses it"},
        mixinStandardHelpOptions = true)
final class EndAltruists implements Callable<Integer> {
    @Option(names = "--world", paramLabel = "NAME", required = true, description = "their world")
    private String world = "";

    @Mixin
    private Sending sending = new Sending(SettingsLoader::altruists);

    @Override
    public Integer call() throws Exception {
        return sending.send(AltruistOrders.CHANNEL, () -> {
            var order = new AltruistOrder.End(world);
            AltruistWire.read(order, 1);
            return order;
        });
    }
}
