/** What a campaign's collective promotes, what it knows, and how its members fall short: kinds and records of settings. */
@NullMarked
package chorus.config.collective;

import org.jspecify.annotations.NullMarked;
