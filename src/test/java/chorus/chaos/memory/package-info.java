/** Memory of a topology under a steady load, watched from outside for as long as one likes. */
@NullMarked
package chorus.chaos.memory;

import org.jspecify.annotations.NullMarked;
