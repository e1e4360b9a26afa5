/** The first stage of the topology, sharded by playlist: decode, apply, refuse, route deltas to whoever counts them. */
@NullMarked
package chorus.topology.edits;

import org.jspecify.annotations.NullMarked;
