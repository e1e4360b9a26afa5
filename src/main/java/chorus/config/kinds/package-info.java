/** Closed choices in settings, and how each kind is written: one rule for a section's kinds, one for those of a single value; bounds. */
@NullMarked
package chorus.config.kinds;

import org.jspecify.annotations.NullMarked;
