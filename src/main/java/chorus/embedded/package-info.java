/**
 * A real broker and a real schema registry on this machine, under one data directory, bound to the loopback address. Reads
 * nothing of the stages; the only package that knows the broker's own classes.
 */
@NullMarked
package chorus.embedded;

import org.jspecify.annotations.NullMarked;
