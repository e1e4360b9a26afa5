/** What a load test is asked to do, as data: typed settings of a workload over the settings of the system it loads. */
@NullMarked
package chorus.loadtest.workload;

import org.jspecify.annotations.NullMarked;
