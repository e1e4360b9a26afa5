/**
 * Stage 6, accuracy: how well lists foretell what was held out. Each measure is a function of one {@link JudgedList}; the
 * tally takes their means over the test playlists. Reads nothing but ranks.
 */
@NullMarked
package chorus.evaluate.accuracy;

import org.jspecify.annotations.NullMarked;
