/**
 * Collectives: who plants a target where. Reads the training playlists' contents in the twin when a campaign starts, and
 * nothing else of the system: what a collective knows is what its {@link chorus.simulate.collective.Knowledge} hands it. Makes
 * members, anchors and places in the twin's lists.
 */
@NullMarked
package chorus.simulate.collective;

import org.jspecify.annotations.NullMarked;
