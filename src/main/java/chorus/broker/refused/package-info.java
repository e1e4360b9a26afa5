/** Records of our topics that are no value of them: passed over, and kept once each on {@code edits-refused}. */
@NullMarked
package chorus.broker.refused;

import org.jspecify.annotations.NullMarked;
