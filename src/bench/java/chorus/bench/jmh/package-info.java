/** JMH benchmarks of the hot path's pieces; src/bench/README.md says how to read them. */
@NullMarked
package chorus.bench.jmh;

import org.jspecify.annotations.NullMarked;
