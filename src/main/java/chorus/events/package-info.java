/**
 * Stage 2, how an edit travels: every value that crosses Kafka as Avro under the schemas of {@code schemas/}, with the ids of
 * a schema registry that speaks Confluent's API. Reads {@code playlist} and {@code rows}, writes bytes. Avro, the registry's
 * client and the generated classes never leave this package; the registry itself is asked in {@code events.registry}.
 */
@NullMarked
package chorus.events;

import org.jspecify.annotations.NullMarked;
