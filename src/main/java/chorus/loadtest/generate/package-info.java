/** What a load test sends, and when it means to: edits of its working set, and their intended times. No Kafka, no clock. */
@NullMarked
package chorus.loadtest.generate;

import org.jspecify.annotations.NullMarked;
