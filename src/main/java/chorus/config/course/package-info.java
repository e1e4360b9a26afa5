/** What of the settings decides what a run comes to, and how two of them differ in it. Reads settings. */
@NullMarked
package chorus.config.course;

import org.jspecify.annotations.NullMarked;
