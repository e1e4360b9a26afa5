/** The words of orders to any simulation: that there are some, and what became of one. */
@NullMarked
package chorus.orders;

import org.jspecify.annotations.NullMarked;
