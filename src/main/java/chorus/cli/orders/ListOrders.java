package chorus.cli.orders;

import chorus.broker.Cluster;
import chorus.broker.generations.GenerationLog;
import chorus.broker.orders.OrderLog;
import chorus.broker.refused.Refusals;
import chorus.cli.frame.Asking;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.json.JsonOption;
import chorus.run.orders.Listed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Asking asking = new Asking();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws Exception {
        var terminal = json.terminal();
        return asking.ask(settings, data, terminal, (cluster, _) -> {
            var all = read(cluster);
            all.forEach(each -> terminal.result(each.line()));
            if (all.isEmpty()) {
                terminal.result("nothing was ordered");
            }
            if (json.asked()) {
                json.print(
                        "chorus-orders/1",
                        Map.of("orders", all.stream().map(ListOrders::tree).toList()));
            }
            return 0;
        });
    }

    private static List<Listed> read(Cluster cluster) throws InterruptedException {
        // orders first: what is decided was sent before
        try (var orders = OrderLog.open(cluster, Refusals.PASSED_OVER);
                var log = GenerationLog.open(cluster)) {
            return Listed.of(orders.sent(), log.orders());
        }
    }

    private static Map<String, Object> tree(Listed each) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("order", each.order());
        tree.put("subject", each.subject());
        tree.put("told", each.told());
        tree.put("state", each.state().name());
        each.epoch().ifPresent(epoch -> tree.put("epoch", epoch));
        if (!each.reason().isEmpty()) {
            tree.put("reason", each.reason());
        }
        return tree;
    }
}
