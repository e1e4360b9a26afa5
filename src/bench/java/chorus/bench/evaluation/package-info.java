/** The benchmark {@code ./chorus bench evaluation}: a retrain round over a large catalogue, from the published rows. */
@NullMarked
package chorus.bench.evaluation;

import org.jspecify.annotations.NullMarked;
