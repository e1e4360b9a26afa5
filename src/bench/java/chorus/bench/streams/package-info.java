/** The contenders on Kafka Streams: Chorus's own topology, and what one would write first with the DSL. */
@NullMarked
package chorus.bench.streams;

import org.jspecify.annotations.NullMarked;
