/**
 * Stage 4: recommenders, which learn from one world at a cut, and their models, which continue a playlist. Reads that world's
 * counts and the settings; writes ranked tracks. A model is immutable and may be asked from several threads; its arithmetic depends on neither threads nor hash order.
 */
@NullMarked
package chorus.recommend;

import org.jspecify.annotations.NullMarked;
