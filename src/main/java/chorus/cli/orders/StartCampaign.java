package chorus.cli.orders;

import chorus.config.SettingsLoader;
import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.YamlTree;
import chorus.run.campaigns.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chorus campaign start}. */
@Command(
        name = "start",
        description = "Order that a campaign starts. Values are written as in a page of settings.",
        exitCodeList = {"0:done, the run takes it, or it waits for a generation", "1:failed, or the run refuses it"},
        mixinStandardHelpOptions = true)
final class StartCampaign implements Callable<Integer> {
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "names the campaign")
    private String name = "";

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            required = true,
            description = "where members plant: DirLoF, InClust, {InsertAt: 3}, …")
    private String strategy = "";

    @Option(names = "--budget", paramLabel = "N", description = "playlists that the collective plants in; or --alpha")
    private @Nullable String budget;

    @Option(names = "--alpha", paramLabel = "SHARE", description = "the same as a share of the training playlists")
    private @Nullable String alpha;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description =
                    "what it promotes: {new: NAME}, {uri: URI}, {rank: [FROM, TO]}; default: a new track of its name")
    private @Nullable String target;

    @Option(
            names = "--knowledge",
            paramLabel = "KNOWLEDGE",
            description = "what it knows: full, own, {sample: 0.1}, …; default: full")
    private @Nullable String knowledge;

    @Option(
            names = "--world",
            paramLabel = "NAME",
            description =
                    "in which it happens; default: the first beside the twin without a campaign, else the only one")
    private @Nullable String world;

    @Option(names = "--join", paramLabel = "SHARES", description = "e.g. [0.5, 1]; default: [1]")
    private @Nullable String join;

    @Option(names = "--hold", paramLabel = "EPOCHS", description = "epochs at the last share of --join; default: 0")
    private @Nullable String hold;

    @Option(
            names = "--leave",
            paramLabel = "SHARES",
            description = "e.g. [0.5, 0]; default: [], until an order ends it")
    private @Nullable String leave;

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Integer call() throws Exception {
        var keys = new LinkedHashMap<String, Node>();
        keys.put("epoch", new Scalar("--name", "1"));
        keys.put("order", new Scalar("--name", "Start"));
        keys.put("campaign", new Scalar("--name", name));
        put(keys, "strategy", strategy);
        put(keys, "budget", budget);
        put(keys, "alpha", alpha);
        put(keys, "target", target);
        put(keys, "knowledge", knowledge);
        put(keys, "join", join);
        put(keys, "hold", hold);
        put(keys, "leave", leave);
        if (world != null) {
            keys.put("world", new Scalar("--world", world));
        }
        return sending.send(
                CampaignOrders.CHANNEL,
                () -> Wire.raw(SettingsLoader.order(new Mapping("campaign start", keys))
                        .order()));
    }

    private static void put(Map<String, Node> keys, String key, @Nullable String text) {
        if (text != null) {
            keys.put(key, YamlTree.value("--" + key, text));
        }
    }
}
