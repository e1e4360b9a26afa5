/** How brokers, topics and groups are at a moment, in words. Reads Kafka's admin client; changes nothing. */
@NullMarked
package chorus.broker.examine;

import org.jspecify.annotations.NullMarked;
