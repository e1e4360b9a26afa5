/**
 * Organic listeners, who fill and edit their playlists by taste. Reads the catalogue and {@code simulate.listeners}; makes the
 * planned edits of each epoch. Collectives are unknown here: indices count in the view of the twin, which has no plants.
 */
@NullMarked
package chorus.simulate.listeners;

import org.jspecify.annotations.NullMarked;
