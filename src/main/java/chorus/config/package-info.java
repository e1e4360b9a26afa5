/** One tree of typed settings. Reads {@code reference.yaml}, a file and {@code --set} overrides; every stage takes its own part. */
@NullMarked
package chorus.config;

import org.jspecify.annotations.NullMarked;
