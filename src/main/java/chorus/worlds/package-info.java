/** What a world is: a name and the campaigns that happen in it; and sets of worlds. Reads no other package. */
@NullMarked
package chorus.worlds;

import org.jspecify.annotations.NullMarked;
