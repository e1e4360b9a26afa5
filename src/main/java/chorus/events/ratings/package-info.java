/** Topics and forms of the second simulation: ratings, what is known of users, and what rounds come to. */
@NullMarked
package chorus.events.ratings;

import org.jspecify.annotations.NullMarked;
