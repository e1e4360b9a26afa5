package chorus.run.orders;

import chorus.config.OrderSettings;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.rows.results.OrderDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a writer has heard of orders, from the generations that it has read. */
public final class Heard {
    private final long from;
    private Settings settings;
    private int taken;

    /** @param from the epoch, as written, from which campaigns count theirs */
    public Heard(Settings settings, long from) {
        this.settings = settings;
        this.from = from;
    }

    /** An order came after an epoch in which it holds. */
    public static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLate(long holds, long next) {
            super("an order holds from epoch " + holds + ", and a writer that has given all before epoch " + next
                    + " did not hear of it: start all parts with the same epochs.lag");
        }
    }

    /**
     * The settings with all orders, where more were accepted than the last time.
     *
     * @param decided all that generations say so far
     * @param next the epoch, as written, that is given next
     * @throws TooLate where one of them holds from an earlier epoch
     */
    public Optional<Settings> news(List<OrderDecision> decided, long next) {
        var fresh = of(decided.subList(taken, decided.size()), from);
        taken = decided.size();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        for (var order : fresh) {
            if (from + order.epoch() < next) {
                throw new TooLate(from + order.epoch(), next);
            }
            settings = settings.ordered(order);
        }
        return Optional.of(settings);
    }

    /**
     * Those that were accepted for one plan of a log, in order.
     *
     * @param from the epoch, as written, from which its campaigns count theirs
     */
    static List<OrderSettings> of(List<OrderDecision> decided, long from) {
        var accepted = new ArrayList<OrderSettings>();
        for (var decision : decided) {
            if (decision.epoch().isPresent()) {
                var order = SettingsLoader.order("order " + decision.offset(), decision.order());
                if (from + order.epoch() == decision.epoch().getAsLong()) {
                    accepted.add(order);
                }
            }
        }
        return accepted;
    }
}
