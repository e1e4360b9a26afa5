/** {@code chorus show}: a finished run on the page, from its files alone. */
@NullMarked
package chorus.cli.show;

import org.jspecify.annotations.NullMarked;
