/** Bytes, and where they are kept: stores by key, numbers of variable length, versions. */
@NullMarked
package chorus.state.bytes;

import org.jspecify.annotations.NullMarked;
