/**
 * The edge to Kafka: the only package with plain Kafka clients. It creates the topics, writes edits, marks and generations,
 * and reads the log of record, the published rows at exact cuts, and the results. It reads the shared words, the rows, the
 * settings and the codecs of {@code events}; retraining, verifying and the commands stand on it.
 */
@NullMarked
package chorus.broker;

import org.jspecify.annotations.NullMarked;
