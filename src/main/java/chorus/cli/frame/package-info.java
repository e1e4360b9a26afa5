/** What the commands share: options, the screen, the run's place on disk, the orderly end. */
@NullMarked
package chorus.cli.frame;

import org.jspecify.annotations.NullMarked;
