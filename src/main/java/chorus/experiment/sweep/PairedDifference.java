package chorus.experiment.sweep;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A figure less the same figure of a placement at random in the same circumstances and the same fold: what is left to chance there is
 * the same in both. Where several place at random, none can be told to be the one.
 */
public final class PairedDifference {
    private final Averaged figure;
    private final Map<List<String>, SweepLine> random = new HashMap<>();

    public PairedDifference(List<SweepLine> lines, Averaged figure) {
        this.figure = figure;
        var ambiguous = new HashSet<List<String>>();
        lines.stream().filter(SweepLine::isRandom).forEach(line -> {
            if (random.put(line.circumstances(), line) != null) {
                ambiguous.add(line.circumstances());
            }
        });
        random.keySet().removeAll(ambiguous);
    }

    /** Whether there is anything to hold results to, and anything else than that. */
    boolean isDefined() {
        return !random.isEmpty();
    }

    /** One difference a fold, for those that have both figures. */
    public double[] of(List<SweepLine> group) {
        return group.stream()
                .flatMap(line -> Stream.ofNullable(random.get(line.circumstances()))
                        .filter(other -> !Objects.equals(other, line))
                        .map(other -> difference(line, other)))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    private OptionalDouble difference(SweepLine line, SweepLine other) {
        var own = figure.of().apply(line.held());
        var theirs = figure.of().apply(other.held());
        return own.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(own.getAsDouble() - theirs.getAsDouble())
                : OptionalDouble.empty();
    }
}
