package chorus.cli.altruism;

import chorus.cli.orders.Sending;
import chorus.config.SettingsLoader;
import chorus.ratings.AltruistOrder;
import chorus.run.ratings.AltruistWire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chorus altruism campaign start}. */
@Command(
        name = "start",
        description = {
            "Order that altruists who wait (begin: never) begin to act.",
            "They are as the settings say, but for what is given here. Values are written as in a page of settings."
        },
        exitCodeList = {"0:done, the run takes it, or it waits for a round", "1:failed, or the run refuses it"},
        mixinStandardHelpOptions = true)
final class StartAltruists implements Callable<Integer> {
    @Option(names = "--world", paramLabel = "NAME", description = "theirs; default: the first one whose altruists wait")
    private @Nullable String world;

    @Option(names = "--share", paramLabel = "SHARE", description = "of the majority that is willing")
    private @Nullable String share;

    @Option(names = "--willing", paramLabel = "WHO", description = "drawn or first")
    private @Nullable String willing;

    @Option(
            names = "--eta",
            paramLabel = "VALUE",
            description = "what a member says of a promoted item: 0.3, middle, …")
    private @Nullable String eta;

    @Option(names = "--targets", paramLabel = "N", description = "items that are promoted")
    private @Nullable String targets;

    @Option(names = "--choose", paramLabel = "CHOICE", description = "top, random, {sample: 0.1}")
    private @Nullable String choose;

    @Option(names = "--actions", paramLabel = "N", description = "ratings that a member gives in all")
    private @Nullable String actions;

    @Option(names = "--pace", paramLabel = "N", description = "in a round")
    private @Nullable String pace;

    @Option(names = "--end", paramLabel = "ROUND", description = "the first in which they act no more")
    private @Nullable String end;

    @Option(
            names = "--cost",
            paramLabel = "COST",
            description = "who is willing takes part while altruism · belief is at least this")
    private @Nullable String cost;

    @Option(names = "--belief", paramLabel = "BELIEF", description = "at first")
    private @Nullable String belief;

    @Option(names = "--memory", paramLabel = "WEIGHT", description = "of the belief so far")
    private @Nullable String memory;

    @Option(
            names = "--members-patience",
            paramLabel = "SHARE",
            description = "who has less than (1 − patience) of her best leaves")
    private @Nullable String patience;

    @Mixin
    private Sending sending = new Sending(SettingsLoader::altruists);

    @Override
    public Integer call() throws Exception {
        return sending.send(AltruistOrders.CHANNEL, () -> {
            var order = new AltruistOrder.Start(Optional.ofNullable(world), own());
            AltruistWire.read(order, 1);
            return order;
        });
    }

    private Map<String, String> own() {
        var own = new LinkedHashMap<String, String>();
        put(own, "share", share);
        put(own, "willing", willing);
        put(own, "eta", eta);
        put(own, "targets", targets);
        put(own, "choose", choose);
        put(own, "actions", actions);
        put(own, "pace", pace);
        put(own, "end", end);
        put(own, "cost", cost);
        put(own, "belief", belief);
        put(own, "memory", memory);
        put(own, "patience", patience);
        return own;
    }

    private static void put(Map<String, String> own, String key, @Nullable String text) {
        if (text != null) {
            own.put(key, text);
        }
    }
}
