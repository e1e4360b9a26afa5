/** What a round of the second simulation comes to, and what the platform gives its users, as plain values. */
@NullMarked
package chorus.ratings.results;

import org.jspecify.annotations.NullMarked;
