/** What the parts of a process wait for, so that no part waits for ever in silence. Reads a clock that it is given. */
@NullMarked
package chorus.waits;

import org.jspecify.annotations.NullMarked;
