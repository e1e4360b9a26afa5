/**
 * Stage 4: models that continue a playlist. Reads one world's counts at a cut and the settings; writes ranked tracks. A model
 * is immutable and may be asked from several threads; its arithmetic depends on neither threads nor hash order.
 */
@NullMarked
package chorus.recommend;

import org.jspecify.annotations.NullMarked;
