package chorus.altruism.platform;

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
        var row = rows[rating.user()];
        switch (rating.kind()) {
            case EXPLORED, CONSUMED -> row.tell(rating.item(), rating.value());
            case ALTRUISTIC -> row.uprate(rating.item(), rating.value());
            case WITHDRAWN -> row.withdraw(rating.item());
        }
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

    /** Ratings applied so far. */
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
