/** What both stages need of the engine: processors made anew, writing behind inside the transaction, long work in slices, bounded RocksDB. */
@NullMarked
package chorus.topology.engine;

import org.jspecify.annotations.NullMarked;
