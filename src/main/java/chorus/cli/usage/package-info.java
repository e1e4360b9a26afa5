/** What every command tells of its use alike: exit codes, and what a mistyped word was meant to be. */
@NullMarked
package chorus.cli.usage;

import org.jspecify.annotations.NullMarked;
