/**
 * Orders to a run of any simulation: the trainer decides them one after the other, each by all before it, and tells in a result from
 * which epoch one holds; writers take them from there. Reads orders and what results say of them; writes nothing by itself.
 */
@NullMarked
package chorus.run.orders;

import org.jspecify.annotations.NullMarked;
