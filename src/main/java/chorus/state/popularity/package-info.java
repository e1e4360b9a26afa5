/** How often tracks are held: changes of their counts, and the one definition of head and tail. */
@NullMarked
package chorus.state.popularity;

import org.jspecify.annotations.NullMarked;
