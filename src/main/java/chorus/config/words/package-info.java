/** What a file of an experiment says about it, for its report. Reads nothing. */
@NullMarked
package chorus.config.words;

import org.jspecify.annotations.NullMarked;
