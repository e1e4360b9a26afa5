package chorus.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One result of a sweep with the values that were varied.
 *
 * @param values of the sweep's keys, as written
 */
public record SweepLine(List<String> keys, List<String> values, Held held) {
    public static final String SEED = "randomSeed";

    private static final String STRATEGY = "campaigns\\[(\\d+|\\*)]\\.strategy(\\..*)?";
    private static final String RANDOM = "Random";

    boolean isRandom() {
        return held.strategy().equals(RANDOM);
    }

    /** What results of one group have in common that differ in the seed alone. */
    public List<String> group() {
        var group = valuesWhere(key -> !key.equals(SEED));
        group.addAll(List.of(held.campaign(), held.world(), held.recommender()));
        return group;
    }

    /** What it shares with the placement at random that it is held to. */
    List<String> circumstances() {
        var shared = valuesWhere(key -> !key.matches(STRATEGY));
        shared.add(held.recommender());
        return shared;
    }

    private List<String> valuesWhere(Predicate<String> wanted) {
        return new ArrayList<>(IntStream.range(0, keys.size())
                .filter(i -> wanted.test(keys.get(i)))
                .mapToObj(values::get)
                .toList());
    }
}
