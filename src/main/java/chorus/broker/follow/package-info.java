/**
 * Looks on from outside how far the topology has committed: reads the group's offsets and its repartition topic, transactions
 * under way included; writes nothing. For measurements, none of which may touch the path that is measured.
 */
@NullMarked
package chorus.broker.follow;

import org.jspecify.annotations.NullMarked;
