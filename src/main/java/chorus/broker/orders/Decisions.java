package chorus.broker.orders;

import chorus.orders.OrderDecision;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the results of a run say of orders, as far as they have been read. */
public interface Decisions extends AutoCloseable {
    /** What became of orders, in the order in which it was decided; a view that grows as more is read. */
    List<OrderDecision> orders();

    /**
     * Waits for one result more.
     *
     * @return false where {@code stop} came first
     */
    boolean awaitNext(BooleanSupplier stop) throws InterruptedException;

    @Override
    void close();
}
