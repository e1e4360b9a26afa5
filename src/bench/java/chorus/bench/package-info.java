/**
 * The throughput comparison {@code ./chorus bench}: records edits once, lets each contender count them in a process of its own,
 * in turn, checks every contender's counts against the heap limit's and prints the ratios. Outside the product's jar.
 */
@NullMarked
package chorus.bench;

import org.jspecify.annotations.NullMarked;
