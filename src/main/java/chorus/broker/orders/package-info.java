/** Orders to a run, at the edge to Kafka: read as they come, and sent. Reads their topic and, for whoever orders, writes it; says where results tell what became of them. */
@NullMarked
package chorus.broker.orders;

import org.jspecify.annotations.NullMarked;
