package chorus.altruism.platform;

import java.util.Arrays;

/**
 * The item that each user gets: top(u) = argmax_i r̂_ui, of ties that with the largest ℓ1 column of R̂, then the lowest id (Fedorova,
 * Kitch and Podimata 2025). To a user whose best rating is below a floor all items are ties.
 */
public final class Picks {
    private static final double TIE = 1e-9;

    private final Completion completion;
    private final double floor;
    private final double[] columns;
    private final int popular;

    private Picks(Completion completion, double floor) {
        this.completion = completion;
        this.floor = floor;
        this.columns = new double[completion.items()];
        InParallel.rows(columns.length, (from, to) -> {
            for (var item = from; item < to; item++) {
                columns[item] = column(item);
            }
        });
        var best = 0;
        for (var item = 1; item < columns.length; item++) {
            best = columns[item] > columns[best] ? item : best;
        }
        this.popular = best;
    }

    /** An item a user. */
    public static int[] of(Completion completion, double floor) {
        var picks = new Picks(completion, floor);
        var all = new int[completion.users()];
        InParallel.rows(all.length, (from, to) -> {
            var row = new double[completion.items()];
            for (var user = from; user < to; user++) {
                all[user] = picks.top(user, row);
            }
        });
        return all;
    }

    private double column(int item) {
        var sum = 0.0;
        for (var user = 0; user < completion.users(); user++) {
            sum += Math.abs(completion.rating(user, item));
        }
        return sum;
    }

    private int top(int user, double[] row) {
        Arrays.setAll(row, item -> completion.rating(user, item));
        var most = row[0];
        for (var rating : row) {
            most = Math.max(most, rating);
        }
        if (most < floor) {
            return popular;
        }
        var top = -1;
        for (var item = 0; item < row.length; item++) {
            if (row[item] >= most - TIE && (top < 0 || columns[item] > columns[top])) {
                top = item;
            }
        }
        return top;
    }
}
