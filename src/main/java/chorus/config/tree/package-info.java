/** Settings before they have types: YAML text as a tree that knows where each value was written. Read by {@code config} alone. */
@NullMarked
package chorus.config.tree;

import org.jspecify.annotations.NullMarked;
