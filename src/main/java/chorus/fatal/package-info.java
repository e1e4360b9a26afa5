/** What no part of a process can go on after, and how it reaches whoever ends the process. Reads nothing. */
@NullMarked
package chorus.fatal;

import org.jspecify.annotations.NullMarked;
