/** The benchmark {@code ./chorus bench closing}: what publishing one changed row costs, by the number of its neighbours. */
@NullMarked
package chorus.bench.closing;

import org.jspecify.annotations.NullMarked;
