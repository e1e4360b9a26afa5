/** Whose brokers and registry a command uses: the options that every command shares. */
@NullMarked
package chorus.cli.cluster;

import org.jspecify.annotations.NullMarked;
