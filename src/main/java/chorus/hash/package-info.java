/** The root of all chance, and of all digests. Reads no other package. */
@NullMarked
package chorus.hash;

import org.jspecify.annotations.NullMarked;
