/** Several runs side by side. Reads settings; writes the rows of each. */
@NullMarked
package chorus.altruism.sweep;

import org.jspecify.annotations.NullMarked;
