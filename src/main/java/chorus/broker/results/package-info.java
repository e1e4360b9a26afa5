/** Results as topics tell them, and the one writer of them: each comes whole, in a transaction, or not at all. */
@NullMarked
package chorus.broker.results;

import org.jspecify.annotations.NullMarked;
