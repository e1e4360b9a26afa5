/** Two bundles side by side, of experiments or of runs. Reads their files; writes tables, figures and a report. */
@NullMarked
package chorus.bundle.compare;

import org.jspecify.annotations.NullMarked;
