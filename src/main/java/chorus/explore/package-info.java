/**
 * Playlists continued by the models of the newest generation, in all worlds side by side, with the counts that led there. Models are
 * fitted again to the trainer's own cut when somebody asks, and forgotten with the next generation.
 */
@NullMarked
package chorus.explore;

import org.jspecify.annotations.NullMarked;
