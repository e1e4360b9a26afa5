package chorus.chaos;

import chorus.run.Lag;

/** When a kill strikes. */
enum Moment {
    ANY("at any moment"),
    /** Results were published within the last moment; whoever reads them is about to go on. */
    GENERATION("just after a generation"),
    /** Edits are applied, and nothing of it is committed. */
    FILLING("playlists being filled"),
    /** Changes of counts are gathered in runs that are not committed. */
    COUNTING("the fill being counted"),
    /** Some rows of an epoch are written, its mark is not committed. */
    CLOSING("an epoch closing");

    private static final String DELTAS = "stream-deltas-repartition";
    private static final String JOURNAL = "stream-journal-changelog";

    private final String told;

    Moment(String told) {
        this.told = told;
    }

    String told() {
        return told;
    }

    /** The moment that can still come once that many generations are there: the fill comes once. */
    Moment after(long generations) {
        return (this == FILLING || this == COUNTING) && generations > 0 ? CLOSING : this;
    }

    /** Whether transactions are open that hold much of this; the others need none. */
    boolean isNow(Lag lag) throws InterruptedException {
        return switch (this) {
            case ANY, GENERATION -> true;
            case FILLING -> lag.uncommitted(DELTAS) > 5 && lag.unread("playlist-edits") > 1000;
            case COUNTING -> lag.uncommitted(JOURNAL) > 10 && lag.unread(DELTAS) > 5;
            case CLOSING -> lag.uncommitted("neighbours") > 10;
        };
    }
}
