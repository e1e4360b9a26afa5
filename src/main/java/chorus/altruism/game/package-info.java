/** The users: what they explore, say and consume, round by round, and the altruists among them. They learn from the platform what it gives them, and from the twin what its minority has. */
@NullMarked
package chorus.altruism.game;

import org.jspecify.annotations.NullMarked;
