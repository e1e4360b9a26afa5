/** Pictures of what altruists come to: of sweeps, and of a run's singular values. Reads what rounds came to; gives SVG. */
@NullMarked
package chorus.report.altruism.figures;

import org.jspecify.annotations.NullMarked;
