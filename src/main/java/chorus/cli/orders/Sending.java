package chorus.cli.orders;

import chorus.broker.Cluster;
import chorus.broker.orders.Decisions;
import chorus.broker.orders.OrderSender;
import chorus.cli.frame.Asking;
import chorus.cli.frame.Console;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.cli.frame.SettingsOptions.Loading;
import chorus.config.SettingsLoader;
import chorus.config.tree.SettingsFault;
import chorus.orders.AnyOrder;
import chorus.orders.OrderDecision;
import chorus.report.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** How an order is sent, and what became of it awaited. */
public final class Sending {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Asking asking = new Asking();

    /** To a run of playlists. */
    public Sending() {
        this(SettingsLoader::load);
    }

    /** @param loading says whose orders are those of a file */
    public Sending(Loading loading) {
        settings = new SettingsOptions(loading);
    }

    /**
     * Sends what {@code make} makes; returns the exit code: 1 where the order is refused.
     *
     * @throws SettingsFault where it holds what is not allowed
     */
    public <O extends AnyOrder> int send(Channel<O> channel, Supplier<O> make) throws Exception {
        O order;
        try {
            order = make.get();
        } catch (IllegalArgumentException wrong) {
            throw new SettingsFault(String.valueOf(wrong.getMessage()));
        }
        var terminal = Console.terminal();
        return asking.ask(
                channel.simulation(),
                settings,
                data,
                terminal,
                (cluster, giveUp) -> send(order, channel, cluster, giveUp, terminal));
    }

    private static <O extends AnyOrder> int send(
            O order, Channel<O> channel, Cluster cluster, BooleanSupplier giveUp, Terminal terminal)
            throws InterruptedException {
        try (var log = channel.decisions().open(cluster);
                var sender = OrderSender.open(cluster, channel.topic(), PATIENCE)) {
            var offset = sender.send(order);
            terminal.note("order " + offset + ": " + channel.words().what(order) + ", if the run takes it");
            var decision = decision(log, offset);
            while (decision.isEmpty() && log.awaitNext(giveUp)) {
                decision = decision(log, offset);
            }
            if (decision.isEmpty()) {
                terminal.result("order " + offset + " waits: no " + channel.result() + " has come; `chorus "
                        + channel.list() + "` tells what becomes of it");
                return 0;
            }
            terminal.result(channel.words().told(decision.get()));
            return decision.get().epoch().isPresent() ? 0 : 1;
        }
    }

    private static Optional<OrderDecision> decision(Decisions log, long offset) {
        return log.orders().stream()
                .filter(decision -> decision.offset() == offset)
                .findFirst();
    }
}
