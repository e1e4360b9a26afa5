/** The tables of an experiment. Reads results of a sweep; writes sheets. */
@NullMarked
package chorus.bundle.tables;

import org.jspecify.annotations.NullMarked;
