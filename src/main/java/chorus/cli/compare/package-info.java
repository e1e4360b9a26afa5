/** The command that sets two bundles side by side. Reads the command line; writes to the terminal. */
@NullMarked
package chorus.cli.compare;

import org.jspecify.annotations.NullMarked;
