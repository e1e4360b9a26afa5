/** What a load test found: latencies, rates, the machine it was measured on; as JSON, merged, and compared with another. */
@NullMarked
package chorus.loadtest.result;

import org.jspecify.annotations.NullMarked;
