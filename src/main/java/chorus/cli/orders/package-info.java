/** {@code chorus campaign}: orders to a run, sent and listed. Reads the command line and what generations say; sends orders. */
@NullMarked
package chorus.cli.orders;

import org.jspecify.annotations.NullMarked;
