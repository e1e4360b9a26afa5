/** Stage 6, amplification: what a collective gained for its target, as integer tallies and the ratios made of them. */
@NullMarked
package chorus.evaluate.amplification;

import org.jspecify.annotations.NullMarked;
