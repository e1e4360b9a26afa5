/**
 * Many settings over few folds: variants that share plan and fill are worlds beside one twin, and what they came to is a table. Reads
 * sweeps of settings; writes text, and values for programs.
 */
@NullMarked
package chorus.experiment.sweep;

import org.jspecify.annotations.NullMarked;
