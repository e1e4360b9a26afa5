/**
 * What the page is told of a run, as JSON: the run itself, its generations or rounds, and how it is at a moment. Reads
 * settings and rows, writes text; the page's own words and pictures are files of {@code src/main/resources/chorus/page}.
 */
@NullMarked
package chorus.page;

import org.jspecify.annotations.NullMarked;
