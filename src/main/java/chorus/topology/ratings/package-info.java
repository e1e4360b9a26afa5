/** The topology of the second simulation: ratings in, what is known of users at the end of each round out. */
@NullMarked
package chorus.topology.ratings;

import org.jspecify.annotations.NullMarked;
