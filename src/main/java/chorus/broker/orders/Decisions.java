package chorus.broker.orders;

import chorus.config.tree.SettingsFault;
import chorus.orders.OrderDecision;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the results of a run say of orders, as far as they have been read. */
public interface Decisions extends AutoCloseable {
    /** What became of orders, in the order in which it was decided; a view that grows as more is read. */
    List<OrderDecision> orders();

    /**
     * Why the orders of a result cannot be taken, if they cannot: whoever follows would end at them, at each restart again.
     *
     * @param result its number
     * @param reader takes an accepted order as its simulation does
     */
    static @Nullable String fault(long result, List<OrderDecision> decided, Consumer<String> reader) {
        for (var decision : decided) {
            if (decision.epoch().isPresent()) {
                if (decision.epoch().getAsLong() <= result) {
                    return "order-of-the-past";
                }
                try {
                    reader.accept(decision.order());
                } catch (SettingsFault | IllegalArgumentException wrong) {
                    return "no-order";
                }
            }
        }
        return null;
    }

    /**
     * Waits for one result more.
     *
     * @return false where {@code stop} came first
     */
    boolean awaitNext(BooleanSupplier stop) throws InterruptedException;

    @Override
    void close();
}
