/** What a process tells the page while it runs: its generations as they come, and each second how it is. */
@NullMarked
package chorus.cli.live;

import org.jspecify.annotations.NullMarked;
