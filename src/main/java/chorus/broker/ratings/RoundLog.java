package chorus.broker.ratings;

import chorus.broker.BrokerFault;
import chorus.broker.Cluster;
import chorus.broker.Keys;
import chorus.broker.WholeTopics;
import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.events.ratings.RatingTopics;
import chorus.orders.OrderDecision;
import chorus.ratings.results.MemoryOf;
import chorus.ratings.results.PicksOf;
import chorus.ratings.results.RoundResult;
import chorus.ratings.results.RoundRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What rounds came to, as {@code rounds}, {@code picks} and {@code platform-memory} tell, as far as they have been read. A round is
 * there when all of it is: the three come in one transaction, but are read one after the other.
 */
public final class RoundLog implements AutoCloseable {
    private final List<String> worlds;
    private final int users;
    private final int items;
    private final int remembered;
    private final Codec<RoundResult> roundCodec;
    private final Codec<PicksOf> picksCodec;
    private final Codec<MemoryOf> memoryCodec;
    private final List<RoundResult> rounds = new ArrayList<>();
    private final List<OrderDecision> orders = new ArrayList<>();
    private final TreeMap<Integer, Pieces> picks = new TreeMap<>();
    private final Map<String, Remembered> memory = new TreeMap<>();
    private final WholeTopics topics;
    private final String memoryTopic;
    /** The first round of which not all picks have come. */
    private int picking;

    private int newest = -1;

    private RoundLog(Cluster cluster, Shape shape, Refusals refusals) throws InterruptedException {
        worlds = shape.worlds();
        users = shape.users();
        items = shape.items();
        remembered = shape.memory();
        roundCodec = cluster.events().of(RatingTopics.ROUNDS);
        picksCodec = cluster.events().of(RatingTopics.PICKS);
        memoryCodec = cluster.events().of(RatingTopics.MEMORY);
        var names = cluster.names();
        memoryTopic = names.of(RatingTopics.MEMORY);
        topics = WholeTopics.open(
                cluster,
                Map.of(
                        names.of(RatingTopics.ROUNDS), this::round,
                        names.of(RatingTopics.PICKS), this::picks,
                        names.of(RatingTopics.MEMORY), this::memory),
                refusals);
    }

    /**
     * What rounds are of.
     *
     * @param worlds as they are shown
     * @param memory how many numbers a platform goes on from
     */
    public record Shape(List<String> worlds, int users, int items, int memory) {
        public Shape {
            worlds = List.copyOf(worlds);
        }
    }

    /** The picks of one round, as far as they have come. */
    private static final class Pieces {
        private final int[][] picks;
        private int left;

        Pieces(int worlds, int users) {
            picks = new int[worlds][users];
            left = worlds * users;
            Arrays.stream(picks).forEach(each -> Arrays.fill(each, -1));
        }
    }

    /** What a platform remembers, as far as it has come. */
    private record Remembered(int round, double[] values) {}

    /** Reads to the present ends; {@code refusals} are told of what is passed over. */
    public static RoundLog open(Cluster cluster, Shape shape, Refusals refusals) throws InterruptedException {
        return new RoundLog(cluster, shape, refusals);
    }

    /** Whether a round is published, asked anew. */
    public static boolean holds(Cluster cluster, Shape shape, int round) throws InterruptedException {
        try (var log = open(cluster, shape, Refusals.PASSED_OVER)) {
            return log.newest() >= round;
        }
    }

    private @Nullable String round(ConsumerRecord<byte[], byte[]> message) {
        var result = roundCodec.decode(message.value());
        var round = result.round();
        if (!Arrays.equals(message.key(), Keys.of((long) round))) {
            return "key-of-another-round";
        }
        if (!result.rows().stream().map(RoundRow::world).toList().equals(worlds)) {
            return "other-worlds";
        }
        if (round < 0 || round > rounds.size()) {
            return "no-round-before";
        }
        var fault = RoundOrders.fault(result);
        if (fault != null) {
            return fault;
        }
        if (round < rounds.size()) {
            return rounds.get(round).equals(result) ? null : "number-of-another-round";
        }
        rounds.add(result);
        orders.addAll(result.orders());
        complete();
        return null;
    }

    private @Nullable String picks(ConsumerRecord<byte[], byte[]> message) {
        var piece = picksCodec.decode(message.value());
        var world = worlds.indexOf(piece.world());
        if (world < 0 || piece.round() < 0) {
            return "other-worlds";
        }
        if (!Arrays.equals(message.key(), RoundBatch.key(piece.round(), world, piece.first() / PicksOf.PIECE))) {
            return "key-of-other-picks";
        }
        if (piece.first() < 0
                || piece.items().length > users - piece.first()
                || Arrays.stream(piece.items()).anyMatch(item -> item < 0 || item >= items)) {
            return "no-such-user-or-item";
        }
        if (piece.round() != picking) {
            return piece.round() < picking ? null : "no-round-before";
        }
        var pieces = picks.computeIfAbsent(piece.round(), _ -> new Pieces(worlds.size(), users));
        for (var n = 0; n < piece.items().length; n++) {
            var at = piece.first() + n;
            if (pieces.picks[world][at] >= 0 && pieces.picks[world][at] != piece.items()[n]) {
                return "other-picks-of-the-round";
            }
            pieces.left -= pieces.picks[world][at] < 0 ? 1 : 0;
            pieces.picks[world][at] = piece.items()[n];
        }
        picking += pieces.left == 0 ? 1 : 0;
        complete();
        return null;
    }

    private @Nullable String memory(ConsumerRecord<byte[], byte[]> message) {
        var piece = memoryCodec.decode(message.value());
        var world = worlds.indexOf(piece.world());
        if (world < 0 || !Arrays.equals(message.key(), RoundBatch.key(world, piece.first() / MemoryOf.PIECE))) {
            return "key-of-another-memory";
        }
        if (piece.first() < 0
                || piece.length() != remembered
                || piece.values().length > piece.length() - piece.first()) {
            return "no-such-place";
        }
        var known = memory.get(piece.world());
        if (known == null || known.round() != piece.round() || known.values().length != piece.length()) {
            known = new Remembered(piece.round(), new double[piece.length()]);
            memory.put(piece.world(), known);
        }
        System.arraycopy(piece.values(), 0, known.values(), piece.first(), piece.values().length);
        return null;
    }

    /** A round is there when its rows and the picks of all users are. */
    private void complete() {
        newest = Math.min(rounds.size(), picking) - 1;
    }

    /** The newest round; −1 before the first one. */
    public int newest() {
        return newest;
    }

    /** A round that is there. */
    public RoundResult result(int round) {
        return rounds.get(round);
    }

    /** What became of orders, in the order in which it was decided; a view that grows as more is read. */
    public List<OrderDecision> orders() {
        return Collections.unmodifiableList(orders);
    }

    /** The picks of a round that is there, by world as shown; they are forgotten here. */
    public List<int[]> takePicks(int round) {
        return List.of(Objects.requireNonNull(picks.remove(round), () -> "the picks of round " + round).picks);
    }

    /**
     * What the platform of a world goes on from after the newest round; of no length where that is nothing.
     *
     * @throws BrokerFault.TopicMismatch where the topic has that of another round: somebody else wrote it
     */
    public double[] memory(String world) {
        if (newest < 0 || remembered == 0) {
            return new double[0];
        }
        var known = memory.get(world);
        if (known == null || known.round() != newest) {
            throw new BrokerFault.TopicMismatch("topic " + memoryTopic + " has what the platform of " + world
                    + " remembers after " + (known == null ? "no round" : "round " + known.round())
                    + ", but the newest round is " + newest + ": somebody else has written there");
        }
        return known.values();
    }

    /** Reads on to the present ends. */
    public void refresh() throws InterruptedException {
        topics.refresh();
    }

    /**
     * Waits until a round is there.
     *
     * @return false where {@code stop} came first
     */
    public boolean await(int round, BooleanSupplier stop) throws InterruptedException {
        while (newest < round) {
            if (stop.getAsBoolean()) {
                return false;
            }
            topics.poll(Duration.ofMillis(100));
        }
        return true;
    }

    @Override
    public void close() {
        topics.close();
    }
}
