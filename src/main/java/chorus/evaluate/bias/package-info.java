/**
 * Stage 6, popularity bias: how unevenly recommendations fall on tracks and artists. One tally counts them; each measure is a
 * function of the counts over the whole catalogue, tracks that were never recommended included.
 */
@NullMarked
package chorus.evaluate.bias;

import org.jspecify.annotations.NullMarked;
