/**
 * The processes: writers, the stream and the trainer, each bound to a broker and a registry, alone or all in one. Reads every
 * stage; writes none but through them. Time is given, not asked for.
 */
@NullMarked
package chorus.run;

import org.jspecify.annotations.NullMarked;
