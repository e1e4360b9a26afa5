/** The second stage of the topology, sharded by track: has deltas counted, publishes changed rows and digests. */
@NullMarked
package chorus.topology.counts;

import org.jspecify.annotations.NullMarked;
