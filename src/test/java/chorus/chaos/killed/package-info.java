/** Processes that are killed and started again: commands of chorus, brokers, registries. */
@NullMarked
package chorus.chaos.killed;

import org.jspecify.annotations.NullMarked;
