/** What a round comes to, by world and against the twin. */
@NullMarked
package chorus.altruism.measure;

import org.jspecify.annotations.NullMarked;
