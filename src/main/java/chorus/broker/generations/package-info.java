/** Generations and their evaluations as topics tell them, awaited and to be published. */
@NullMarked
package chorus.broker.generations;

import org.jspecify.annotations.NullMarked;
