/** Orders to a run, at the edge to Kafka: read as they come, and sent. Reads {@code campaign-orders}, and writes it for whoever orders. */
@NullMarked
package chorus.broker.orders;

import org.jspecify.annotations.NullMarked;
