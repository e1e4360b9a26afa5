/** A recount of the second simulation: every user's ratings rebuilt from the log, against published rows and digests. */
@NullMarked
package chorus.verify.ratings;

import org.jspecify.annotations.NullMarked;
