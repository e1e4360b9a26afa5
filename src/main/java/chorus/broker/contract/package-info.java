/** What each topic must be, in one place that creation, the check at connecting and the doctor read. Knows no connection. */
@NullMarked
package chorus.broker.contract;

import org.jspecify.annotations.NullMarked;
