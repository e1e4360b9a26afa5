package chorus.cli.orders;

import chorus.broker.Cluster;
import chorus.broker.orders.OrderLog;
import chorus.broker.refused.Refusals;
import chorus.cli.frame.Asking;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.frame.SettingsOptions.Loading;
import chorus.cli.json.JsonOption;
import chorus.config.SettingsLoader;
import chorus.orders.AnyOrder;
import chorus.run.orders.Listed;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** How orders are listed, and what became of them. */
public final class Listing {
    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private JsonOption json = new JsonOption();

    /** Of a run of playlists. */
    public Listing() {
        this(SettingsLoader::load);
    }

    /** @param loading says whose orders are those of a file */
    public Listing(Loading loading) {
        settings = new SettingsOptions(loading);
    }

    /** Lists them; returns the exit code. */
    public <O extends AnyOrder> int list(Channel<O> channel) throws Exception {
        var terminal = json.terminal();
        return asking.ask(channel.simulation(), settings, data, terminal, (cluster, _) -> {
            var all = read(channel, cluster);
            all.forEach(each -> terminal.result(each.line()));
            if (all.isEmpty()) {
                terminal.result("nothing was ordered");
            }
            if (json.asked()) {
                json.print(
                        "chorus-orders/1",
                        Map.of("orders", all.stream().map(Listed::tree).toList()));
            }
            return 0;
        });
    }

    private static <O extends AnyOrder> List<Listed> read(Channel<O> channel, Cluster cluster)
            throws InterruptedException {
        // orders first: what is decided was sent before
        try (var orders = OrderLog.open(cluster, channel.topic(), Refusals.PASSED_OVER);
                var log = channel.decisions().open(cluster)) {
            return Listed.of(orders.sent(), log.orders(), channel.words());
        }
    }
}
