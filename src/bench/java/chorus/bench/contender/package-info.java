/** What every contender of the comparison has in common: where the recorded edits lie, what is measured, what must be equal. */
@NullMarked
package chorus.bench.contender;

import org.jspecify.annotations.NullMarked;
