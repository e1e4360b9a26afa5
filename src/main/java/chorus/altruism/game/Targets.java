package chorus.altruism.game;

import chorus.altruism.truth.Chance;
import chorus.altruism.truth.Truth;
import chorus.config.altruism.Choose;
import chorus.config.altruism.Collective;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which items of the minority are promoted, the best first. */
final class Targets {
    private static final int ORDER = 11;
    private static final int SAMPLE = 12;

    private Targets() {}

    static int[] of(Collective collective, Truth truth, Chance chance) {
        Comparator<Integer> order =
                switch (collective.choose()) {
                    case Choose.Top() -> byLiking(truth, _ -> true);
                    case Choose.Random() ->
                        (a, b) -> Long.compareUnsigned(chance.bits(ORDER, a, 0), chance.bits(ORDER, b, 0));
                    case Choose.Sample(var share) -> byLiking(truth, user -> chance.uniform(SAMPLE, user) < share);
                };
        return IntStream.range(truth.majorityItems(), truth.items())
                .boxed()
                .sorted(order)
                .limit(collective.targets())
                .mapToInt(item -> item)
                .toArray();
    }

    /** By what those of the minority who are known would have of an item together; ties to the lower id. */
    private static Comparator<Integer> byLiking(Truth truth, IntPredicate known) {
        var sums = new double[truth.items()];
        for (var user = truth.majorityUsers(); user < truth.users(); user++) {
            if (known.test(user)) {
                for (var item = truth.majorityItems(); item < truth.items(); item++) {
                    sums[item] += truth.utility(user, item);
                }
            }
        }
        return (a, b) -> Double.compare(sums[b], sums[a]);
    }
}
