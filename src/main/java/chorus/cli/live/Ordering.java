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
import chorus.events.Topic;
import chorus.orders.OrderDecision;
import chorus.page.OrderSheet;
import chorus.rows.CampaignOrder;
import chorus.run.campaigns.OrderLines;
import chorus.run.campaigns.PlanSource;
import chorus.run.campaigns.Rehearsal;
import chorus.run.campaigns.Wire;
import chorus.run.orders.Listed;
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
    /** A key of a preview alone: a world that would be added before. */
    private static final String NEW_WORLD = "newWorld";

    private final Settings initial;
    private final List<OrderDecision> decided = new ArrayList<>();
    private Settings now;
    private @Nullable OrderLog<CampaignOrder> log;
    private @Nullable OrderSender<CampaignOrder> sender;
    private @Nullable PlanSource source;
    private long newest = -1;

    Ordering(Settings settings) {
        initial = settings;
        now = settings;
    }

    /** @param find tells tracks by a part of their name */
    Commands commands(Asked find) {
        return new Commands(
                _ -> told(this::list),
                (_, body) -> told(() -> sent(body, "Start", Map.of())),
                (name, body) -> told(() -> sent(body.isBlank() ? "{}" : body, "End", Map.of("campaign", name))),
                (_, body) -> told(() -> sent(body, "AddWorld", Map.of())),
                (_, body) -> told(() -> preview(body)),
                find);
    }

    private interface Answer {
        Reply reply() throws InterruptedException;
    }

    /** An answer that may need the brokers. */
    private static Reply told(Answer answer) throws InterruptedException {
        try {
            return answer.reply();
        } catch (BrokerFault away) {
            return new Reply(503, String.valueOf(away.getMessage()));
        }
    }

    /** From now on orders can be sent. */
    synchronized void connected(Cluster cluster) throws InterruptedException {
        log = OrderLog.open(cluster, Topic.ORDERS, Refusals.PASSED_OVER);
        sender = OrderSender.open(cluster, Topic.ORDERS, PATIENCE);
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
            next = newest + 1;
        }
        try {
            var keys = keys(body);
            var world = keys.remove(NEW_WORLD);
            var start = order(keys, "Start", Map.of());
            var rehearsal = Rehearsal.of(initial, asked.plan(), next);
            var there = world == null ? known : added(world, known, rehearsal);
            return Reply.json(Preview.of(there, rehearsal, start));
        } catch (SettingsFault | IllegalArgumentException wrong) {
            return new Reply(400, String.valueOf(wrong.getMessage()).replaceFirst("^orders\\[\\d+]\\.", ""));
        }
    }

    /** The settings with a world that would be added before. */
    private static Settings added(Node world, Settings known, Rehearsal rehearsal) {
        try {
            return rehearsal.with(known, order(Map.of("world", world), "AddWorld", Map.of()));
        } catch (SettingsFault | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    String.valueOf(wrong.getMessage())
                            .replaceFirst("^(body:(?:\\d+:)? |orders\\[\\d+]\\.|)world", "$1" + NEW_WORLD),
                    wrong);
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
        log.refresh();
        var orders = Listed.of(log.sent(), decided, OrderLines.WORDS).stream()
                .map(Listed::tree)
                .toList();
        return Reply.json(
                OrderSheet.of(now, initial.countedWorlds().size(), orders).json());
    }

    private Reply sent(String body, String kind, Map<String, String> named) throws InterruptedException {
        var to = sender();
        if (to == null) {
            return NOT_YET;
        }
        try {
            return new Reply(202, OrderSheet.sent(to.send(Wire.raw(order(keys(body), kind, named)))));
        } catch (SettingsFault wrong) {
            return new Reply(400, String.valueOf(wrong.getMessage()));
        }
    }

    private synchronized @Nullable OrderSender<CampaignOrder> sender() {
        return sender;
    }

    private static Map<String, Node> keys(String body) {
        return new LinkedHashMap<>(YamlTree.json("body", body).entries());
    }

    private static Order order(Map<String, Node> given, String kind, Map<String, String> named) {
        var keys = new LinkedHashMap<>(given);
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
