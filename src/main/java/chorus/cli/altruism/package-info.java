/** The commands of the second simulation. Reads settings; writes results to stdout and files. */
@NullMarked
package chorus.cli.altruism;

import org.jspecify.annotations.NullMarked;
