/**
 * Stage 6, externalities: who wins and who loses recommendations beside a campaign, and how evenly they fall. Plain functions of how
 * often each track counts in two worlds; the points and bins that are shown are figures of distributions.csv.
 */
@NullMarked
package chorus.evaluate.externality;

import org.jspecify.annotations.NullMarked;
