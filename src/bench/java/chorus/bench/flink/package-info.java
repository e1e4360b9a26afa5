/** The same job on Flink with RocksDB and exactly-once, on a cluster within the contender's process. */
@NullMarked
package chorus.bench.flink;

import org.jspecify.annotations.NullMarked;
