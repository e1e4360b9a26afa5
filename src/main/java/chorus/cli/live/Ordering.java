package chorus.cli.live;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.orders.OrderLog;
import chorus.broker.orders.OrderSender;
import chorus.broker.refused.Refusals;
import chorus.config.OrderSettings.Order;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.SettingsFault;
import chorus.config.tree.YamlTree;
import chorus.page.OrderSheet;
import chorus.rows.results.OrderDecision;
import chorus.run.orders.Listed;
import chorus.run.orders.Sequencer.PlanSource;
import chorus.run.orders.Wire;
import chorus.serve.Asked;
import chorus.serve.Asked.Reply;
import chorus.serve.Commands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders that come in over HTTP: held to what is allowed, and sent to the run's trainer as any others are. */
final class Ordering implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Reply NOT_YET = new Reply(503, "the run is not connected to its brokers yet");
    private static final Set<String> OURS = Set.of("epoch", "order");

    private final int counted;
    private final List<OrderDecision> decided = new ArrayList<>();
    private Settings now;
    private @Nullable OrderLog log;
    private @Nullable OrderSender sender;
    private @Nullable PlanSource source;
    private long newest = -1;

    Ordering(Settings settings) {
        now = settings;
        counted = settings.countedWorlds().size();
    }

    /** @param find tells tracks by a part of their name */
    Commands commands(Asked find) {
        return new Commands(
                _ -> list(),
                (_, body) -> sent(body, "Start", Map.of()),
                (name, body) -> sent(body.isBlank() ? "{}" : body, "End", Map.of("campaign", name)),
                (_, body) -> sent(body, "AddWorld", Map.of()),
                (_, body) -> preview(body),
                find);
    }

    /** From now on orders can be sent. */
    synchronized void connected(Cluster cluster) throws InterruptedException {
        log = OrderLog.open(cluster, Refusals.PASSED_OVER);
        sender = OrderSender.open(cluster, PATIENCE);
    }

    /** Where the plan stands, and what became of orders before. */
    synchronized void before(List<OrderDecision> earlier, Settings settings, PlanSource plan) {
        source = plan;
        ordered(earlier, settings);
    }

    /** A generation was published: an order that comes now is decided in the one after it. */
    synchronized void generation(long number) {
        newest = number;
    }

    private Reply preview(String body) throws InterruptedException {
        PlanSource asked;
        Settings known;
        long next;
        synchronized (this) {
            if (source == null) {
                return NOT_YET;
            }
            asked = source;
            known = now;
            next = newest + 1 + known.epochs().lag();
        }
        try {
            var order = order(body, "Start", Map.of());
            var at = asked.plan();
            if (at.plan().isEmpty()) {
                return new Reply(400, "this run takes no orders: its edits follow no plan");
            }
            return Reply.json(Preview.of(known, at.plan().get(), (int) Math.max(1, next - at.from()), order));
        } catch (SettingsFault | IllegalArgumentException wrong) {
            return new Reply(400, String.valueOf(wrong.getMessage()).replaceFirst("^orders\\[\\d+]\\.", ""));
        }
    }

    /** What became of some. */
    synchronized void ordered(List<OrderDecision> more, Settings settings) {
        decided.addAll(more);
        now = settings;
    }

    private synchronized Reply list() throws InterruptedException {
        if (log == null) {
            return NOT_YET;
        }
        try {
            log.refresh();
        } catch (BrokerFault away) {
            return new Reply(503, String.valueOf(away.getMessage()));
        }
        var orders = Listed.of(log.sent(), decided).stream().map(Ordering::tree).toList();
        return Reply.json(OrderSheet.of(now, counted, orders).json());
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

    private Reply sent(String body, String kind, Map<String, String> named) throws InterruptedException {
        var to = sender();
        if (to == null) {
            return NOT_YET;
        }
        try {
            return new Reply(202, OrderSheet.sent(to.send(Wire.raw(order(body, kind, named)))));
        } catch (SettingsFault wrong) {
            return new Reply(400, String.valueOf(wrong.getMessage()));
        } catch (BrokerFault away) {
            return new Reply(503, String.valueOf(away.getMessage()));
        }
    }

    private synchronized @Nullable OrderSender sender() {
        return sender;
    }

    private static Order order(String body, String kind, Map<String, String> named) {
        var given = YamlTree.json("body", body);
        var keys = new LinkedHashMap<String, Node>(given.entries());
        for (var key : keys.keySet()) {
            if (OURS.contains(key) || named.containsKey(key)) {
                throw new SettingsFault("body", key, "is not for the body to say");
            }
        }
        keys.put("epoch", new Scalar("body", "1"));
        keys.put("order", new Scalar("body", kind));
        named.forEach((key, text) -> keys.put(key, new Scalar("body", text)));
        return SettingsLoader.order(new Mapping("body", keys)).order();
    }

    /** Nothing can be sent any more. */
    @Override
    public synchronized void close() {
        if (sender != null) {
            sender.close();
            sender = null;
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }
}
