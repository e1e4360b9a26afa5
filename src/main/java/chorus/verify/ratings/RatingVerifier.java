package chorus.verify.ratings;

import chorus.broker.Cluster;
import chorus.broker.RowReader;
import chorus.broker.ratings.RatedDelivery;
import chorus.broker.ratings.RatingLog;
import chorus.broker.refused.Refusals;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedUser;
import chorus.ratings.RatingEntry;
import chorus.ratings.RatingRules;
import chorus.verify.Differences;
import chorus.verify.Verification;
import chorus.verify.Verification.Difference;
import chorus.verify.Verifier.GivenUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Rebuilds every user's ratings from the log and compares: the digests of every round whose marks are still readable, in every world,
 * and every published row of the newest round that is complete everywhere. Also while a run goes on.
 */
public final class RatingVerifier {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final RatingRules rules;
    private final BooleanSupplier stop;
    private final Differences differences = new Differences();
    private final TreeMap<Integer, RatedUser> rows = new TreeMap<>();
    private final TreeMap<Long, List<RatedMark>> marks = new TreeMap<>();

    /** @param stop whether to give up, asked several times a second */
    public RatingVerifier(Cluster cluster, RatingRules rules, BooleanSupplier stop) {
        this.cluster = cluster;
        this.rules = rules;
        this.stop = stop;
    }

    /** @throws GivenUp where {@code stop} came first */
    public Verification verify() throws InterruptedException {
        var last = readRows();
        try (var log = RatingLog.open(cluster, rules)) {
            var recounts = IntStream.range(0, log.partitions())
                    .mapToObj(_ -> new Recount(rules))
                    .toList();
            var compared = 0;
            for (var round = 0L; round <= last; round++) {
                reach(round, log, recounts);
                compared += compareMarks(round, recounts) ? 1 : 0;
            }
            var facts = compareRows(recounts);
            return new Verification(last, compared, facts, differences.count(), differences.first());
        }
    }

    private long readRows() throws InterruptedException {
        try (var reader = RowReader.complete(
                        cluster, RatedDelivery.to(this::take, cluster, rules, Refusals.PASSED_OVER));
                var wait = cluster.waiting().waits("reader of rows", reader::awaited)) {
            while (!stop.getAsBoolean()) {
                var before = reader.delivered();
                var cut = reader.advance(POLL);
                if (cut.isPresent()) {
                    return cut.getAsLong();
                }
                if (reader.delivered() > before) {
                    wait.moved();
                }
            }
            throw new GivenUp(reader.awaited());
        }
    }

    private void take(RatedEntry entry) {
        switch (entry) {
            case RatedUser user -> rows.put(user.user(), user);
            case RatedMark mark ->
                marks.computeIfAbsent(mark.round(), _ -> new ArrayList<>()).add(mark);
        }
    }

    /** Reads the log until a round has ended in every partition, and not beyond it. */
    private void reach(long round, RatingLog log, List<Recount> recounts) throws InterruptedException {
        log.resumeAll();
        try (var wait = cluster.waiting().waits("reader of the log", () -> "the end of round " + round)) {
            while (recounts.stream().anyMatch(recount -> recount.complete() < round)) {
                if (stop.getAsBoolean()) {
                    throw new GivenUp("the end of round " + round + " in the log of ratings");
                }
                if (log.poll(POLL, (partition, entry) -> take(recounts.get(partition), entry, round))) {
                    wait.moved();
                }
            }
        }
    }

    private static boolean take(Recount recount, RatingEntry entry, long round) {
        recount.take(entry);
        return recount.complete() < round;
    }

    /** Whether every partition's mark of the round was still readable. */
    private boolean compareMarks(long round, List<Recount> recounts) {
        var known = marks.getOrDefault(round, List.of());
        for (var mark : known) {
            var recount = recounts.get(mark.partition());
            var where = "round " + round + ", partition " + mark.partition();
            differences.compare(where + ": digests", recount.digests(), mark.worlds());
            differences.compare(where + ": ratings applied", recount.applied(), mark.applied());
        }
        return known.stream().map(RatedMark::partition).distinct().count() == recounts.size();
    }

    /** How many pairs were compared, in all worlds. */
    private long compareRows(List<Recount> recounts) {
        var expected = new TreeMap<Integer, List<SortedMap<Integer, Double>>>();
        recounts.forEach(recount -> expected.putAll(recount.rows()));
        differences.compare("users of whom something is known", expected.keySet(), rows.keySet());
        var compared = 0L;
        for (var user : expected.entrySet()) {
            var row = rows.get(user.getKey());
            for (var world = 0; row != null && world < user.getValue().size(); world++) {
                var known = user.getValue().get(world);
                var where = "user " + user.getKey() + " in " + rules.worlds().get(world);
                differences.compare(where, known, published(row, world));
                compared += known.size();
            }
        }
        return compared;
    }

    /** A world's part of a row; an item that stands twice in it is a difference. */
    private SortedMap<Integer, Double> published(RatedUser row, int world) {
        var known = new TreeMap<Integer, Double>();
        for (var part : row.parts()) {
            for (var n = 0; (part.worlds() >> world & 1) != 0 && n < part.items().length; n++) {
                var item = part.items()[n];
                if (known.put(item, part.values()[n]) != null) {
                    differences.note(() -> new Difference("user " + row.user(), "item " + item + " once", "twice"));
                }
            }
        }
        return known;
    }
}
