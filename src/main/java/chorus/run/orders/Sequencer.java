package chorus.run.orders;

import chorus.broker.orders.OrderLog;
import chorus.broker.orders.OrderLog.Sent;
import chorus.config.tree.SettingsFault;
import chorus.orders.AnyOrder;
import chorus.orders.OrderDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides orders, one after the other in the order of their topic, each by all before it: whether it can hold, and from which epoch
 * on. That is the first one which no writer can have begun without the result that says so. What was decided in an earlier life is
 * known from the results.
 *
 * @param <O> orders as they are sent
 * @param <S> what they are judged by, and go into
 */
public final class Sequencer<O extends AnyOrder, S> implements AutoCloseable {
    /** A result is one record, which brokers take up to a length: so many decisions at most, and so many letters or few more. */
    private static final int MOST = 100;

    private static final int MOST_LETTERS = 300_000;
    private static final int LONGEST_REASON = 500;

    private final Court<O, S> court;
    private final OrderLog<O> orders;
    private final Set<Long> decided = new HashSet<>();
    private S now;

    /** Says who judges. */
    @FunctionalInterface
    public interface Court<O, S> {
        /**
         * Who judges what a result is to tell of. Brokers that are away here are no fault of an order.
         *
         * @param result its number
         */
        Judge<O, S> at(long result) throws InterruptedException;
    }

    /** Judges one order. */
    @FunctionalInterface
    public interface Judge<O, S> {
        /**
         * What becomes of it.
         *
         * @throws SettingsFault where it holds what is not allowed
         * @throws IllegalArgumentException where it cannot be in this run
         */
        Accepted<S> judge(S now, O order);
    }

    /**
     * An order that holds.
     *
     * @param then what there is with it
     * @param from the first epoch in which it holds
     * @param order itself, with all that it left to be filled in
     */
    public record Accepted<S>(S then, long from, String order) {}

    private Sequencer(S now, Court<O, S> court, OrderLog<O> orders) {
        this.now = now;
        this.court = court;
        this.orders = orders;
    }

    /**
     * Goes on after what was decided before.
     *
     * @param now with all that was accepted
     */
    public static <O extends AnyOrder, S> Sequencer<O, S> open(
            S now, Collection<OrderDecision> before, Court<O, S> court, OrderLog<O> orders) {
        var sequencer = new Sequencer<>(now, court, orders);
        before.forEach(decision -> sequencer.decided.add(decision.offset()));
        return sequencer;
    }

    /** What there is with all orders that were accepted. */
    public S now() {
        return now;
    }

    /** Reads on to the present end of what was sent. */
    public boolean refresh() throws InterruptedException {
        orders.refresh();
        return true;
    }

    /** Decides what was read and is not decided yet, as much as a result takes; to be told in {@code result}, and to be asked once for that. */
    public List<OrderDecision> decide(long result) throws InterruptedException {
        var decisions = new ArrayList<OrderDecision>();
        var letters = 0;
        for (var sent : orders.sent()) {
            if (decisions.size() < MOST && letters < MOST_LETTERS && decided.add(sent.offset())) {
                var decision = decide(sent, court.at(result));
                decisions.add(decision);
                letters += decision.order().length() + decision.refused().length();
            }
        }
        return List.copyOf(decisions);
    }

    private OrderDecision decide(Sent<O> sent, Judge<O, S> judge) {
        try {
            var accepted = judge.judge(now, sent.order());
            now = accepted.then();
            return OrderDecision.accepted(sent.offset(), accepted.from(), accepted.order());
        } catch (SettingsFault | IllegalArgumentException wrong) {
            return OrderDecision.refused(sent.offset(), reason(wrong));
        } catch (RuntimeException unforeseen) {
            // else it would end the run, and again at each restart
            return OrderDecision.refused(sent.offset(), shown("unforeseen: " + unforeseen));
        }
    }

    /** Without where it would stand in a page; who is told of it knows of which order. */
    private static String reason(RuntimeException wrong) {
        return shown(Optional.ofNullable(wrong.getMessage())
                .orElse(wrong.toString())
                .replaceFirst("^order: ", "")
                .replaceFirst("^orders\\[\\d+]\\.", "")
                .replaceFirst("^(\\w+)s: (?=\\1 )", ""));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }

    @Override
    public void close() {
        orders.close();
    }
}
