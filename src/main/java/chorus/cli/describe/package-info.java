/** What {@code describe} tells of a run before it is one. Reads settings and plans; writes lines to standard output. */
@NullMarked
package chorus.cli.describe;

import org.jspecify.annotations.NullMarked;
