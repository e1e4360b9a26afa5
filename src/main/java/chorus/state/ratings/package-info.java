/** The stage of the second simulation without an engine: which ratings apply, what is known of users, rows and digests of each round. */
@NullMarked
package chorus.state.ratings;

import org.jspecify.annotations.NullMarked;
