/**
 * The catalogue of a simulation: tracks, artists, genres and scenes, whose long tails grow out of Pitman–Yor urns. Reads
 * {@code simulate.catalogue} and a sequential source of chance; writes nothing outside itself.
 */
@NullMarked
package chorus.simulate.catalog;

import org.jspecify.annotations.NullMarked;
