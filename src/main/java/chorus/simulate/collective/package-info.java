/**
 * Collectives: who plants a target where. Reads the training playlists' counterfactual contents when a campaign starts, and
 * nothing else of the system: what a collective knows is what its {@link chorus.simulate.collective.Knowledge} hands it. Makes
 * members, anchors and places.
 */
@NullMarked
package chorus.simulate.collective;

import org.jspecify.annotations.NullMarked;
