/**
 * Transactions that their coordinator has forgotten: found in the partitions where they are still open, the decision looked up
 * in {@code __transaction_state}, the missing marker written. Reads any broker; changes one only where it is told to.
 */
@NullMarked
package chorus.embedded.transactions;

import org.jspecify.annotations.NullMarked;
