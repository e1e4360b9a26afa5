/**
 * Looks on from outside how far the topology has committed: reads the group's offsets, the ends of its repartition topic and the
 * transactions under way; writes nothing. For measurements, none of which may touch the path that is measured.
 */
@NullMarked
package chorus.broker.follow;

import org.jspecify.annotations.NullMarked;
