/**
 * Stages 1–6 in one process, without Kafka: the oracle of the topology, and the way to ask many questions at little cost. Reads
 * settings and what writers give; runs the stages of {@code state} over maps on the heap, trains and evaluates as the trainer
 * does; writes generations, fingerprints of the counts, and the table of a sweep.
 */
@NullMarked
package chorus.experiment;

import org.jspecify.annotations.NullMarked;
