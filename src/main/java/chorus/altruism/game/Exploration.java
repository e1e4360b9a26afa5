package chorus.altruism.game;

import chorus.altruism.truth.Chance;
import chorus.altruism.truth.Truth;
import chorus.config.AltruismSettings;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The items that each user is shown whatever the platform thinks: all in an order drawn for her, so many a round. */
public final class Exploration {
    private static final int STREAM = 7;

    private final int perRound;
    private final int[][] orders;

    private Exploration(int perRound, int[][] orders) {
        this.perRound = perRound;
        this.orders = orders;
    }

    static Exploration of(AltruismSettings settings, Chance chance, Truth truth) {
        var shown = (int) Math.min(truth.items(), (long) settings.explore() * settings.rounds());
        var orders = IntStream.range(0, truth.users())
                .parallel()
                .mapToObj(user -> order(chance, user, truth.items(), shown))
                .toArray(int[][]::new);
        return new Exploration(settings.explore(), orders);
    }

    private static int[] order(Chance chance, int user, int items, int shown) {
        if (shown == 0) {
            return new int[0];
        }
        var bits = LongStream.range(0, items)
                .map(item -> chance.bits(STREAM, user, item))
                .toArray();
        var order = IntStream.range(0, items).toArray();
        IntArrays.quickSort(order, (a, b) -> {
            var byBits = Long.compareUnsigned(bits[a], bits[b]);
            return byBits != 0 ? byBits : Integer.compare(a, b);
        });
        return Arrays.copyOf(order, shown);
    }

    /** What a user is shown in a round; nothing where she has seen all. */
    IntStream shown(int user, int round) {
        var order = orders[user];
        var from = (int) Math.min(order.length, (long) perRound * round);
        return IntStream.range(from, Math.min(order.length, from + perRound)).map(at -> order[at]);
    }
}
