/**
 * The benchmark {@code ./chorus bench large}: the same edits over a small and a large state, the memory of a {@code stream}
 * process and its restore after a kill, all seen from outside.
 */
@NullMarked
package chorus.bench.large;

import org.jspecify.annotations.NullMarked;
