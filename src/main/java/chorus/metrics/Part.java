package chorus.metrics;

import java.util.EnumSet;
import java.util.Set;

/** A part of a run, alone in its process or with others: whose meters a process shows. */
public enum Part {
    /** {@code chorus simulate}. */
    WRITER,
    /** {@code chorus stream}. */
    TOPOLOGY,
    /** {@code chorus train}. */
    TRAINER,
    /** The generator of {@code chorus load}. */
    LOAD;

    /** Each of them. */
    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    /** All of a run in one process, as {@code chorus run}. */
    public static Set<Part> run() {
        return EnumSet.complementOf(EnumSet.of(LOAD));
    }
}
