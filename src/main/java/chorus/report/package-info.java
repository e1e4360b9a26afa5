/**
 * What is kept and shown of a run: the bundle of files in its directory, the lines and charts in the terminal. Reads
 * {@code rows}, writes text; rounds only what is for the eye, never a file.
 */
@NullMarked
package chorus.report;

import org.jspecify.annotations.NullMarked;
