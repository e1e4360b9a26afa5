/**
 * The processes of the second simulation: users who write what they say, the stage that keeps it, the platform that learns from it and
 * gives picks; alone or all in one.
 */
@NullMarked
package chorus.run.ratings;

import org.jspecify.annotations.NullMarked;
