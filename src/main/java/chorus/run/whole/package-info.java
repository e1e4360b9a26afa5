/** All parts of a run in one process. */
@NullMarked
package chorus.run.whole;

import org.jspecify.annotations.NullMarked;
