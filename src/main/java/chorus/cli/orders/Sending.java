package chorus.cli.orders;

import chorus.broker.Cluster;
import chorus.broker.generations.GenerationLog;
import chorus.broker.orders.OrderSender;
import chorus.cli.frame.Asking;
import chorus.cli.frame.Console;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.config.OrderSettings.Order;
import chorus.config.tree.SettingsFault;
import chorus.report.Terminal;
import chorus.rows.results.OrderDecision;
import chorus.run.orders.OrderLines;
import chorus.run.orders.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** How an order is sent, and what became of it awaited. */
final class Sending {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Asking asking = new Asking();

    /**
     * Sends what {@code make} makes; returns the exit code: 1 where the order is refused.
     *
     * @throws SettingsFault where it holds what is not allowed
     */
    int send(Supplier<Order> make) throws Exception {
        Order order;
        try {
            order = make.get();
        } catch (IllegalArgumentException wrong) {
            throw new SettingsFault(String.valueOf(wrong.getMessage()));
        }
        var terminal = Console.terminal();
        return asking.ask(settings, data, terminal, (cluster, giveUp) -> send(order, cluster, giveUp, terminal));
    }

    private static int send(Order order, Cluster cluster, BooleanSupplier giveUp, Terminal terminal)
            throws InterruptedException {
        try (var log = GenerationLog.open(cluster);
                var sender = OrderSender.open(cluster, PATIENCE)) {
            var offset = sender.send(Wire.raw(order));
            terminal.note("order " + offset + ": " + OrderLines.what(order) + ", if the run takes it");
            var decision = decision(log, offset);
            while (decision.isEmpty() && log.await(log.newest() + 1, giveUp)) {
                decision = decision(log, offset);
            }
            if (decision.isEmpty()) {
                terminal.result("order " + offset
                        + " waits: no generation has come; `chorus campaign list` tells what becomes of it");
                return 0;
            }
            terminal.result(OrderLines.told(decision.get()));
            return decision.get().epoch().isPresent() ? 0 : 1;
        }
    }

    private static Optional<OrderDecision> decision(GenerationLog log, long offset) {
        return log.orders().stream()
                .filter(decision -> decision.offset() == offset)
                .findFirst();
    }
}
