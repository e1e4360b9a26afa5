/**
 * Open-loop load and latency histograms: writes edits at intended times whatever the system does, follows from outside when each
 * is counted and when it is visible in a generation, and tells rates and latencies. Reads workloads, commits, and generations;
 * writes edits and, as the only writer, the marks of epochs. The home of HdrHistogram.
 */
@NullMarked
package chorus.loadtest;

import org.jspecify.annotations.NullMarked;
