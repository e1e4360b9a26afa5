/** {@code chorus campaign}, and how orders to any run are sent and listed. Reads the command line and what results say; sends orders. */
@NullMarked
package chorus.cli.orders;

import org.jspecify.annotations.NullMarked;
