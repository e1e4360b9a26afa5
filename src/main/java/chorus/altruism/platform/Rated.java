package chorus.altruism.platform;

import chorus.ratings.RatedRow;
import chorus.ratings.Rating;
import java.util.stream.IntStream;

/** What a platform has been told in one world: a fold of ratings, a row a user. */
public final class Rated {
    private final int items;
    private final RatedRow[] rows;
    private long changes;

    public Rated(int users, int items) {
        this.items = items;
        this.rows = IntStream.range(0, users).mapToObj(_ -> new RatedRow()).toArray(RatedRow[]::new);
    }

    public void apply(Rating rating) {
        rows[rating.user()].apply(rating);
        changes++;
    }

    /** Takes what is known of a user as it stands. */
    public void put(int user, RatedRow row) {
        rows[user] = row;
        changes++;
    }

    public int users() {
        return rows.length;
    }

    public int items() {
        return items;
    }

    public RatedRow row(int user) {
        return rows[user];
    }

    /** Ratings applied and rows taken so far. */
    public long changes() {
        return changes;
    }

    /** Pairs of which something is known. */
    public long pairs() {
        var sum = 0L;
        for (var row : rows) {
            sum += row.size();
        }
        return sum;
    }
}
