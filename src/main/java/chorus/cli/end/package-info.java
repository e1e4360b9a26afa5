/** The end of a process that cannot go on: what has run out, said in one line, and exit code 1. */
@NullMarked
package chorus.cli.end;

import org.jspecify.annotations.NullMarked;
