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
    /** {@code chorus altruism train}. */
    PLATFORM,
    /** The generator of {@code chorus load}. */
    LOAD;

    /** Each of them. */
    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    /** Those who learn at each cut, and publish what they have learnt. */
    static Set<Part> learners() {
        return EnumSet.of(TRAINER, PLATFORM);
    }

    /** All of a run in one process, as {@code chorus run}. */
    public static Set<Part> run() {
        return EnumSet.of(WRITER, TOPOLOGY, TRAINER);
    }

    /** The same of the second simulation, as {@code chorus altruism run}. */
    public static Set<Part> altruismRun() {
        return EnumSet.of(WRITER, TOPOLOGY, PLATFORM);
    }
}
