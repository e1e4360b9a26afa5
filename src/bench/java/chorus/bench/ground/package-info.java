/** What every benchmark against a broker stands on: a fresh broker and registry, recorded edits, facts of the machine. */
@NullMarked
package chorus.bench.ground;

import org.jspecify.annotations.NullMarked;
