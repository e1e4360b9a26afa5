package chorus.broker.ratings;

import chorus.broker.Cluster;
import chorus.epochs.EpochGate;
import chorus.ratings.RatingRules;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the log of ratings holds: the last number of every user, what it amounts to, and the marks of every partition. */
public final class WrittenRatings {
    private final Int2LongOpenHashMap last = new Int2LongOpenHashMap();
    private final Int2ObjectOpenHashMap<Said> newest = new Int2ObjectOpenHashMap<>();
    private final List<EpochGate> marks;

    private WrittenRatings(int partitions) {
        marks = IntStream.range(0, partitions).mapToObj(_ -> new EpochGate()).toList();
    }

    /** Reads the whole log up to its present end. */
    public static WrittenRatings scan(Cluster cluster, RatingRules rules) throws InterruptedException {
        try (var log = RatingLog.open(cluster, rules)) {
            var written = new WrittenRatings(log.partitions());
            log.toEnd((partition, entry) -> {
                switch (entry) {
                    case Said said -> written.add(said, written.marks.get(partition));
                    case RoundEnded mark -> written.marks.get(partition).ended(mark);
                }
                return true;
            });
            return written;
        }
    }

    private void add(Said said, EpochGate gate) {
        var rating = said.rating();
        if (rating.round() == gate.open() && said.sequence() == last.get(rating.user()) + 1) {
            last.put(rating.user(), said.sequence());
            newest.put(rating.user(), said);
        }
    }

    int partitions() {
        return marks.size();
    }

    /** The number of the newest rating of a user that applied; 0 where there is none. */
    long last(int user) {
        return last.get(user);
    }

    /** Whether the newest rating that is written of a user is this one. */
    boolean isNewest(Said said) {
        return Objects.equals(newest.get(said.rating().user()), said);
    }

    boolean holds(int partition, RoundEnded mark) {
        return marks.get(partition).holds(mark);
    }

    /** The newest round that all writers have ended in all partitions; −1 where there is none. */
    public long lastComplete() {
        return marks.stream().mapToLong(gate -> gate.open() - 1).min().orElse(-1);
    }
}
