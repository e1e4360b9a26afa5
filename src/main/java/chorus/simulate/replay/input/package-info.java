/**
 * Files as they lie about: found in folders, gzip and zip; read as JSON or CSV, value by value, where each value that is not as it
 * must be is told with file, line:column and key. Reads files; makes faults and counts of what was amended.
 */
@NullMarked
package chorus.simulate.replay.input;

import org.jspecify.annotations.NullMarked;
