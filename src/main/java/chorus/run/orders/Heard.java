package chorus.run.orders;

import chorus.orders.OrderDecision;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a writer has heard of orders, from the results that it has read.
 *
 * @param <S> what it goes by
 */
public final class Heard<S> {
    private final Further<S> further;
    private S now;
    private int taken;

    /** How what one goes by goes on with an order that was accepted. */
    @FunctionalInterface
    public interface Further<S> {
        /** Empty where the order is for another plan of the same log. */
        Optional<S> with(S now, OrderDecision accepted);
    }

    public Heard(S now, Further<S> further) {
        this.now = now;
        this.further = further;
    }

    /** An order came after an epoch in which it holds. */
    public static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLate(long holds, long next) {
            super("an order holds from epoch " + holds + ", and a writer that has given all before epoch " + next
                    + " did not hear of it: start all parts with the same settings, epochs.lag too");
        }
    }

    /**
     * What to go by with all orders, where more were accepted than the last time.
     *
     * @param decided all that results say so far
     * @param next the epoch, as written, that is given next
     * @throws TooLate where one of them holds from an earlier epoch
     */
    public Optional<S> news(List<OrderDecision> decided, long next) {
        var any = false;
        for (var decision : decided.subList(taken, decided.size())) {
            var with = accepted(decision).flatMap(each -> further.with(now, each));
            if (with.isPresent()) {
                var holds = decision.epoch().orElseThrow();
                if (holds < next) {
                    throw new TooLate(holds, next);
                }
                now = with.get();
                any = true;
            }
        }
        taken = decided.size();
        return any ? Optional.of(now) : Optional.empty();
    }

    /** What one goes by after all that was accepted. */
    public static <S> S after(S first, Collection<OrderDecision> decided, Further<S> further) {
        var now = first;
        for (var decision : decided) {
            var before = now;
            now = accepted(decision).flatMap(each -> further.with(before, each)).orElse(before);
        }
        return now;
    }

    private static Optional<OrderDecision> accepted(OrderDecision decision) {
        return decision.epoch().isPresent() ? Optional.of(decision) : Optional.empty();
    }
}
