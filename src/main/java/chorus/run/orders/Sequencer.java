package chorus.run.orders;

import chorus.broker.generations.GenerationLog;
import chorus.broker.orders.OrderLog;
import chorus.broker.orders.OrderLog.Sent;
import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.config.tree.SettingsFault;
import chorus.rows.results.OrderDecision;
import chorus.simulate.Plan;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides orders, one after the other in the order of their topic, each by all before it: whether it can hold, and from which epoch
 * on. That is the first one which no writer can have begun without the generation that says so. What was decided in an earlier life is
 * known from the generations.
 */
public final class Sequencer implements AutoCloseable {
    /** A generation is one record, which brokers take up to a length: so many decisions at most, and so many letters or few more. */
    private static final int MOST = 100;

    private static final int MOST_LETTERS = 300_000;
    private static final int LONGEST_REASON = 500;

    private final Settings initial;
    private final PlanSource source;
    private final OrderLog orders;
    private final Set<Long> decided = new HashSet<>();
    private Settings now;

    /** Where the plan stands that writers give; asked only where somebody orders something. */
    @FunctionalInterface
    public interface PlanSource {
        Standpoint plan() throws InterruptedException;

        /** One that asks another once, whoever asks it. */
        static PlanSource once(PlanSource other) {
            var known = new ArrayList<Standpoint>(1);
            return () -> {
                synchronized (known) {
                    if (known.isEmpty()) {
                        known.add(other.plan());
                    }
                    return known.getFirst();
                }
            };
        }
    }

    /**
     * A plan in its log.
     *
     * @param plan empty where nobody gives one, as in a load test
     * @param from the epoch, as written, from which campaigns count theirs
     */
    public record Standpoint(Optional<Plan> plan, long from) {
        public static final Standpoint NONE = new Standpoint(Optional.empty(), 0);
    }

    private Sequencer(Settings initial, PlanSource source, OrderLog orders) {
        this.initial = initial;
        this.source = source;
        this.orders = orders;
        now = initial;
    }

    /** Knows what the generations of {@code log} say of the orders. */
    public static Sequencer open(Settings settings, PlanSource source, OrderLog orders, GenerationLog log)
            throws InterruptedException {
        var sequencer = new Sequencer(settings, source, orders);
        log.orders().forEach(decision -> sequencer.decided.add(decision.offset()));
        if (log.orders().stream().anyMatch(decision -> decision.epoch().isPresent())) {
            for (var order : Heard.of(log.orders(), source.plan().from())) {
                sequencer.now = sequencer.now.ordered(order);
            }
        }
        return sequencer;
    }

    /** The settings with all orders that were accepted. */
    public Settings now() {
        return now;
    }

    /** The worlds in which models of a generation are evaluated. */
    public Worlds worlds(long generation) throws InterruptedException {
        return now.orders().isEmpty()
                ? now.allWorlds()
                : now.standing().worlds(generation - source.plan().from());
    }

    /** Reads on to the present end of what was sent. */
    public boolean refresh() throws InterruptedException {
        orders.refresh();
        return true;
    }

    /** Decides what was read and is not decided yet, as much as a generation takes; to be told in {@code generation}, and to be asked once for that. */
    public List<OrderDecision> decide(long generation) throws InterruptedException {
        var decisions = new ArrayList<OrderDecision>();
        var letters = 0;
        for (var sent : orders.sent()) {
            if (decisions.size() < MOST && letters < MOST_LETTERS && decided.add(sent.offset())) {
                var decision = decide(sent, generation);
                decisions.add(decision);
                letters += decision.order().length() + decision.refused().length();
            }
        }
        return List.copyOf(decisions);
    }

    private OrderDecision decide(Sent sent, long generation) throws InterruptedException {
        // brokers that are away here are no fault of the order
        var at = initial.epochs().by().followsPlan() ? source.plan() : Standpoint.NONE;
        try {
            var rehearsal = Rehearsal.of(initial, at, generation);
            var order = placed(Wire.read(sent.order(), rehearsal.epoch()));
            now = rehearsal.with(now, order.order());
            return OrderDecision.accepted(sent.offset(), at.from() + rehearsal.epoch(), SettingsText.of(order));
        } catch (SettingsFault | IllegalArgumentException wrong) {
            return OrderDecision.refused(sent.offset(), reason(wrong));
        } catch (RuntimeException unforeseen) {
            // else it would end the run, and again at each restart
            return OrderDecision.refused(sent.offset(), shown("unforeseen: " + unforeseen));
        }
    }

    /** A start in the world where it comes to happen, by name: what is accepted says all. */
    private OrderSettings placed(OrderSettings order) {
        return switch (order.order()) {
            case Order.Start start ->
                new OrderSettings(
                        order.epoch(),
                        start.in(now.ordered(order)
                                .standing()
                                .placeOf(start.campaign())
                                .orElseThrow()));
            case Order.End _, Order.AddWorld _ -> order;
        };
    }

    private static String reason(RuntimeException wrong) {
        return shown(Optional.ofNullable(wrong.getMessage())
                .orElse(wrong.toString())
                .replaceFirst("^order: ", "")
                .replaceFirst("^orders\\[\\d+]\\.", "")
                .replaceFirst("^campaigns: campaign ", "campaign "));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }

    @Override
    public void close() {
        orders.close();
    }
}
