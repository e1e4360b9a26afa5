/** The files of a run and of other bundles on disk: written whole, and their CSV rows read back. */
@NullMarked
package chorus.report.kept;

import org.jspecify.annotations.NullMarked;
