package chorus.orders;

/** An order to a run, as it is sent. */
@FunctionalInterface
public interface AnyOrder {
    /** What it is about, which is its key. */
    String subject();
}
