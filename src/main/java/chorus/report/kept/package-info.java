/** The rows of a run's CSV files, read back from its directory. */
@NullMarked
package chorus.report.kept;

import org.jspecify.annotations.NullMarked;
