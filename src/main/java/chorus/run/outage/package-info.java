/**
 * What a run does while brokers or registry are away: says so, asks again, writes again. Reads clusters and waits; writes results
 * through {@code broker}.
 */
@NullMarked
package chorus.run.outage;

import org.jspecify.annotations.NullMarked;
