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
    TRAINER;

    /** All in one process, as {@code chorus run}. */
    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }
}
