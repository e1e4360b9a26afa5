/** Results of commands for programs: one JSON object on standard output, described in {@code docs/json.md}. */
@NullMarked
package chorus.cli.json;

import org.jspecify.annotations.NullMarked;
