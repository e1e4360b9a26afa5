/**
 * Commands, one class each: options, a call into the stages, an exit code (0 done, 1 failed, 2 wrong use). Wires everything;
 * the only package with a real clock, and the only one that knows picocli.
 */
@NullMarked
package chorus.cli;

import org.jspecify.annotations.NullMarked;
