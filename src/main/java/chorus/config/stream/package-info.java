/** How an instance of the topology works: a record of settings. */
@NullMarked
package chorus.config.stream;

import org.jspecify.annotations.NullMarked;
