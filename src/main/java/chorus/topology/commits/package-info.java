/** Commits of stream threads: what is written behind goes with them, in rounds that leave records their time. */
@NullMarked
package chorus.topology.commits;

import org.jspecify.annotations.NullMarked;
