/** The second stage of the topology, sharded by track: count, close epochs, publish changed rows and digests. */
@NullMarked
package chorus.topology.counts;

import org.jspecify.annotations.NullMarked;
