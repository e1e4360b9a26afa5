/** What the first stage says to the second, packed: batches of changes by who counts them, and marks of epochs. */
@NullMarked
package chorus.state.wire;

import org.jspecify.annotations.NullMarked;
