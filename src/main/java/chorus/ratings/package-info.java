/**
 * The shared words of the second simulation: what users say of items, how it adds up to what is known of a user, and the marks that
 * end a round.
 */
@NullMarked
package chorus.ratings;

import org.jspecify.annotations.NullMarked;
