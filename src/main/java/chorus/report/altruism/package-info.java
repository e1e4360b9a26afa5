/** Files, chart and lines of what altruists come to. Reads what a round came to; writes a directory. */
@NullMarked
package chorus.report.altruism;

import org.jspecify.annotations.NullMarked;
