/** Directed pair counts within a window: what an edit adds and takes away, and the counts on the heap. */
@NullMarked
package chorus.state.cooccurrence;

import org.jspecify.annotations.NullMarked;
