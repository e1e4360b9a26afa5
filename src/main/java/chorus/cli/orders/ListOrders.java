package chorus.cli.orders;

import chorus.broker.Cluster;
import chorus.broker.GenerationLog;
import chorus.broker.orders.OrderLog;
import chorus.broker.orders.OrderLog.Sent;
import chorus.broker.refused.Refusals;
import chorus.cli.frame.Asking;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.json.JsonOption;
import chorus.config.tree.SettingsFault;
import chorus.rows.results.OrderDecision;
import chorus.run.orders.OrderLines;
import chorus.run.orders.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                        Map.of("orders", all.stream().map(Listed::tree).toList()));
            }
            return 0;
        });
    }

    private static List<Listed> read(Cluster cluster) throws InterruptedException {
        // orders first: what is decided was sent before
        try (var orders = OrderLog.open(cluster, Refusals.PASSED_OVER);
                var log = GenerationLog.open(cluster)) {
            var decisions = log.orders().stream().collect(Collectors.toMap(OrderDecision::offset, Function.identity()));
            var all = new ArrayList<Listed>();
            for (var sent : orders.sent()) {
                all.add(Listed.of(sent, decisions.get(sent.offset())));
            }
            return all;
        }
    }

    /** An order in words, and what became of it. */
    private record Listed(String line, Map<String, Object> tree) {
        static Listed of(Sent sent, @Nullable OrderDecision decision) {
            var what = what(sent);
            var tree = new LinkedHashMap<String, Object>();
            tree.put("order", sent.offset());
            tree.put("subject", sent.order().subject());
            tree.put("told", what);
            if (decision == null) {
                tree.put("state", "waiting");
                return new Listed("order " + sent.offset() + " waits: " + what, tree);
            }
            tree.put("state", decision.epoch().isPresent() ? "accepted" : "refused");
            decision.epoch().ifPresent(epoch -> tree.put("epoch", epoch));
            if (!decision.refused().isEmpty()) {
                tree.put("reason", decision.refused());
            }
            return new Listed(OrderLines.told(decision), tree);
        }

        private static String what(Sent sent) {
            try {
                return OrderLines.what(Wire.read(sent.order(), 1).order());
            } catch (SettingsFault wrong) {
                return "about " + sent.order().subject() + ", which cannot hold";
            }
        }
    }
}
