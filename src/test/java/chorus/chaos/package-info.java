/**
 * The kill loop: runs whose parts are killed by SIGKILL again and again, and whose end is held to that of an undisturbed run.
 * {@link chorus.chaos.AShortKillLoopTest} belongs to every build; {@link chorus.chaos.KillLoopTest} to the profile chaos.
 */
@NullMarked
package chorus.chaos;

import org.jspecify.annotations.NullMarked;
