/**
 * Orders to a run: the trainer decides them one after the other, each by all before it, and tells in a generation from which epoch
 * one holds; writers take them from there. Reads orders, generations and the plan; writes nothing by itself.
 */
@NullMarked
package chorus.run.orders;

import org.jspecify.annotations.NullMarked;
