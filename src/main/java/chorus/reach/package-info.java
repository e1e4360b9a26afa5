/**
 * What is said of the way to somebody's brokers and registry: addresses as they may be shown, and what is wrong with a
 * connection by TLS. Reads nothing of the house.
 */
@NullMarked
package chorus.reach;

import org.jspecify.annotations.NullMarked;
