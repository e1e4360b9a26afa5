/**
 * Stage 7, what is shown: the catalogue of meters and the registry behind {@code /metrics}. Reads {@code rows}, rounds of
 * {@code ratings} and Kafka's own metrics, computes nothing; the only package that knows Micrometer.
 */
@NullMarked
package chorus.metrics;

import org.jspecify.annotations.NullMarked;
