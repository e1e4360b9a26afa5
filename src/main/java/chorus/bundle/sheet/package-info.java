/** Tables whose columns are only known when they are made, as text and back. Reads and writes CSV. */
@NullMarked
package chorus.bundle.sheet;

import org.jspecify.annotations.NullMarked;
