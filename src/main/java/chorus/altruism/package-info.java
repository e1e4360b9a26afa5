/**
 * Users who rate up what others would love (Fedorova, Kitch and Podimata 2025): a platform completes ratings in rounds, in several
 * worlds at once. Reads settings; writes a row a round and world.
 */
@NullMarked
package chorus.altruism;

import org.jspecify.annotations.NullMarked;
