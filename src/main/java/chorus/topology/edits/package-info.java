/** The first stage of the topology, sharded by playlist: decodes what comes, has it applied, routes deltas to whoever counts them. */
@NullMarked
package chorus.topology.edits;

import org.jspecify.annotations.NullMarked;
