package chorus.cli.orders;

import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.run.campaigns.Wire;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chorus campaign end}. */
@Command(
        name = "end",
        description = "Order that a campaign ends, one of the settings or one that was ordered.",
        exitCodeList = {"0:done, the run takes it, or it waits for a generation", "1:failed, or the run refuses it"},
        mixinStandardHelpOptions = true)
final class EndCampaign implements Callable<Integer> {
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "the campaign")
    private String name = "";

    @Option(
            names = "--plants",
            paramLabel = "back|stay",
            description = {
                "back: plants are taken back by the shares of the campaign's leave, at once where it has none;",
                "stay: they stay, and nobody joins any more; default: ${DEFAULT-VALUE}"
            })
    private Plants plants = Plants.back;

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Integer call() throws Exception {
        return sending.send(CampaignOrders.CHANNEL, () -> Wire.raw(new Order.End(name, plants)));
    }
}
