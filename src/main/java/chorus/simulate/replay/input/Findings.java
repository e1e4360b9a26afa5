package chorus.simulate.replay.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reading came upon: faults, the first of them whole and all by kind, and how often something was amended. */
public final class Findings {
    /** So many faults are kept whole. */
    static final int SHOWN = 50;

    private final boolean strict;
    private final List<Fault> first = new ArrayList<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private final EnumMap<Remark, Long> amended = new EnumMap<>(Remark.class);
    private long faults;

    /** @param strict whether what could be amended is a fault */
    public Findings(boolean strict) {
        this.strict = strict;
    }

    boolean refuses(Remark remark) {
        return strict && !remark.rule().isEmpty();
    }

    boolean isStrict() {
        return strict;
    }

    public void add(Fault fault) {
        faults++;
        kinds.merge(fault.kind(), 1L, Long::sum);
        if (first.size() < SHOWN) {
            first.add(fault);
        }
    }

    /** Counts {@code number} cases that were amended. */
    public void add(Remark remark, long number) {
        amended.merge(remark, number, Long::sum);
    }

    public long count(Remark remark) {
        return amended.getOrDefault(remark, 0L);
    }

    public long faults() {
        return faults;
    }

    /** The first faults, a line each; where there are more, a line with their number and then one for each kind. */
    public List<String> faultLines() {
        var lines = new ArrayList<String>();
        first.forEach(fault -> lines.add(fault.toString()));
        if (faults > first.size()) {
            lines.add("and %,d more; all %,d by kind:".formatted(faults - first.size(), faults));
            kinds.forEach((kind, count) -> lines.add("%,10d  %s".formatted(count, kind)));
        }
        return lines;
    }

    /** What was amended, a line for each kind that came up. */
    public List<String> amendedLines() {
        return Arrays.stream(Remark.values())
                .filter(remark -> count(remark) > 0)
                .map(remark -> "%s: %,d".formatted(remark.told(), count(remark)))
                .toList();
    }
}
