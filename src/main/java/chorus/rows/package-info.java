/**
 * What is published at a cut, as plain values: rows of counts, held-out playlists, marks with their digests, campaigns,
 * generations and evaluations. The words that {@code state}, {@code retrain}, {@code evaluate} and outsiders share; arrays
 * are owned by whoever receives the row and are not changed after it was made.
 */
@NullMarked
package chorus.rows;

import org.jspecify.annotations.NullMarked;
