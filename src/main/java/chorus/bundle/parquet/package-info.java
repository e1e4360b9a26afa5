/** The same tables for other programs. Reads sheets; writes Parquet files. */
@NullMarked
package chorus.bundle.parquet;

import org.jspecify.annotations.NullMarked;
