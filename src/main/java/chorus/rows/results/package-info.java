/** What a generation is and what it did, as plain values: rows of figures, and what each figure is called. */
@NullMarked
package chorus.rows.results;

import org.jspecify.annotations.NullMarked;
