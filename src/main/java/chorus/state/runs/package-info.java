/** Changes of counts that are in no row yet, sorted and packed, and read together. */
@NullMarked
package chorus.state.runs;

import org.jspecify.annotations.NullMarked;
