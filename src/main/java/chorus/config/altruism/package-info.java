/** The altruists of a run's settings: who they are, in which world, and what orders make of them. */
@NullMarked
package chorus.config.altruism;

import org.jspecify.annotations.NullMarked;
