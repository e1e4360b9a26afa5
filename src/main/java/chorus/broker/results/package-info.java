/** The one who publishes results of a simulation: each comes whole, in a transaction, or not at all. */
@NullMarked
package chorus.broker.results;

import org.jspecify.annotations.NullMarked;
