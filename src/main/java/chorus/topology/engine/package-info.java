/** What both stages need of the engine: writing behind inside the transaction, marks of epochs, bounded RocksDB. */
@NullMarked
package chorus.topology.engine;

import org.jspecify.annotations.NullMarked;
