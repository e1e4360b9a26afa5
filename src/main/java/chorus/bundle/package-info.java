/**
 * What an experiment leaves: its tables as CSV and Parquet, figures, a page that tells of it, and what two of them have in common.
 * Reads results of sweeps and settings; writes files.
 */
@NullMarked
package chorus.bundle;

import org.jspecify.annotations.NullMarked;
