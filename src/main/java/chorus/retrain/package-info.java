/**
 * Stage 5: from what a model is made, and what one retrain round yields. Reads the published rows up to a cut (or counts in
 * memory), trains each world's model and has it evaluated; writes a generation with its rows. Knows no topics and no time.
 */
@NullMarked
package chorus.retrain;

import org.jspecify.annotations.NullMarked;
