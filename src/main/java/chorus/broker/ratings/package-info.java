/** The topics of the second simulation: the log of ratings written and taken up again, rows read at exact cuts, what rounds come to. */
@NullMarked
package chorus.broker.ratings;

import org.jspecify.annotations.NullMarked;
