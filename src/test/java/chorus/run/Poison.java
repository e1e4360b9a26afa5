package chorus.run;

import chorus.broker.Cluster;
import chorus.config.Settings;
import chorus.orders.OrderDecision;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.SomeCampaign;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.CountsMark;
import chorus.rows.PairRow;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.TrackCountRow;
import chorus.rows.results.GenerationRow;
import chorus.state.bytes.Varints;
import chorus.topology.StreamsApp;
import chorus.worlds.WorldSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Records that are to be refused, of every kind, for every topic of a run. */
final class Poison {
    private static final long FAR = 1L << 40;

    private final Cluster cluster;
    private final Settings settings;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    private Poison(Cluster cluster, Settings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    /** What can be written before a run begins: its log has no deltas yet. */
    static List<ProducerRecord<byte[], byte[]>> before(Cluster cluster, Settings settings) {
        var poison = new Poison(cluster, settings);
        poison.log();
        poison.announcements();
        poison.rows();
        poison.results(0);
        return poison.records;
    }

    /** The same in the midst of a run, after generation 1, and on the topic between the stages. */
    static List<ProducerRecord<byte[], byte[]>> during(Cluster cluster, Settings settings) {
        var poison = new Poison(cluster, settings);
        poison.log();
        poison.announcements();
        poison.rows();
        poison.results(2);
        poison.deltas();
        // the epoch has ended: its second mark ends nothing
        poison.add(cluster.names().edits(), key(-1L), poison.mark(new EpochEnded(0, 0, 1, 0)));
        return poison.records;
    }

    private void add(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        records.add(new ProducerRecord<>(topic, 0, key, value));
    }

    /** No value, no Avro, of no schema, of another topic's, and cut off. */
    private void unreadable(String topic, byte[] key, byte[] sound) {
        var random = new byte[1000];
        new Random(1).nextBytes(random);
        var edits = topic.equals(cluster.names().edits());
        var other = edits ? track(1) : edit(1, 1, 0);
        var cut = Arrays.copyOf(sound, sound.length - 1);
        for (var value : new byte[][] {{}, {0}, {7, 1, 2}, {0, 0x7F, 0, 0, 1, 2}, random, other, cut}) {
            add(topic, key, value);
        }
    }

    private void log() {
        var topic = cluster.names().edits();
        unreadable(topic, key(1L), edit(1, 1, 0));
        add(topic, key(1L), null);
        add(topic, null, null);
        add(topic, key(1L), new byte[900_000]);
        for (var wrong : new byte[][] {null, {}, {1, 2, 3}, key(-1L), key(2L), key(Long.MAX_VALUE)}) {
            add(topic, wrong, edit(1, 1, 0));
        }
        add(topic, key(1L), edit(1, Long.MAX_VALUE, 0));
        add(topic, key(1L), edit(1, 1, Long.MAX_VALUE));
        add(topic, key(-1L), mark(new EpochEnded(0, 0, 7, 0)));
        add(topic, key(-7L), mark(new EpochEnded(0, 6, 7, 0)));
        add(topic, key(-2L), mark(new EpochEnded(0, 0, 1, 0)));
        add(topic, key(-1L), mark(new EpochEnded(FAR, 0, 1, 0)));
        add(topic, key(-1L), mark(new EpochEnded(-1, 0, 1, 0)));
        var elsewhere = created(homelessPlaylist());
        add(topic, key(elsewhere.playlist().value()), cluster.events().edits().encode(elsewhere));
    }

    /** One beyond those of the run, whose partition is not the first. */
    private long homelessPlaylist() {
        var id = 1_000_000L;
        while (Utils.toPositive(Utils.murmur2(key(id))) % settings.kafka().partitions() == 0) {
            id++;
        }
        return id;
    }

    private void announcements() {
        var tracks = cluster.names().tracks();
        unreadable(tracks, key(3), track(3));
        add(tracks, key(1), null);
        for (var wrong : new byte[][] {{}, {1, 2}, key(-1), key((1 << 30) + 3), key(1L)}) {
            add(tracks, wrong, track(4));
        }
        var campaigns = cluster.names().campaigns();
        var lift = SomeCampaign.of("nobody", List.of(new TrackId(1)), "Random", 1, 0, 9, List.of());
        unreadable(
                campaigns,
                "lift".getBytes(StandardCharsets.UTF_8),
                cluster.events().campaigns().encode(lift));
        add(campaigns, "lift".getBytes(StandardCharsets.UTF_8), null);
        add(
                campaigns,
                "lift".getBytes(StandardCharsets.UTF_8),
                cluster.events().campaigns().encode(lift));
        add(campaigns, key(7), cluster.events().campaigns().encode(lift));
    }

    private void rows() {
        var events = cluster.events();
        var names = cluster.names();
        var partitions = settings.kafka().partitions();
        var worlds = settings.allWorlds().names();
        var playlist = events.playlists().encode(new PlaylistRow(1, new int[] {1}, List.of()));
        unreadable(names.playlists(), key(1L), playlist);
        add(names.playlists(), key(2L), playlist);
        add(names.playlists(), new byte[] {1}, null);
        add(names.playlists(), key(-5L), null);
        add(names.playlists(), key(1L), events.playlists().encode(new PlaylistRow(1, new int[] {1 << 30}, List.of())));
        var far = new PlaylistsMark(FAR, 0, partitions, worlds, 0, 0, Map.of(), 0, 0);
        add(names.playlists(), key(RowKeys.mark(FAR, 0)), events.playlists().encode(far));
        var other = new PlaylistsMark(0, 1, partitions, worlds, 0, 0, Map.of(), 0, 0);
        add(names.playlists(), key(RowKeys.mark(0, 1)), events.playlists().encode(other));

        var pair = pairs((1 << 30) + 3);
        unreadable(names.neighbours(), key(RowKeys.chunk(1, 0)), pairs(1));
        add(names.neighbours(), key(RowKeys.chunk((1 << 30) + 3, 0)), pair);
        add(names.neighbours(), key(RowKeys.chunk(2, 0)), pairs(1));
        add(names.neighbours(), key(1), null);
        var counts = new CountsMark(FAR, 0, partitions, List.of());
        add(names.neighbours(), key(RowKeys.mark(FAR, 0)), events.neighbours().encode(counts));

        var count = events.trackCounts().encode(new TrackCountRow(1, 1));
        unreadable(names.trackCounts(), key(1), count);
        add(names.trackCounts(), key(2), count);
        add(names.trackCounts(), key(1L), count);
        add(names.trackCounts(), key(1L), null);
        add(names.trackCounts(), key(-2), null);
        add(names.trackCounts(), key((1 << 30) + 3), events.trackCounts().encode(new TrackCountRow((1 << 30) + 3, 1)));
        add(names.trackCounts(), key(-1), events.trackCounts().encode(counts));
    }

    private byte[] pairs(int track) {
        var one = new PairCounts(new int[] {1}, new int[] {1});
        return cluster.events().neighbours().encode(new PairRow(track, 0, 1, new int[] {2}, one, Differing.NONE));
    }

    /** @param next the generation that comes next */
    private void results(long next) {
        var events = cluster.events();
        var generations = cluster.names().generations();
        var far = events.generations().encode(new GenerationRow(1_000_000, "PooledNN", 1, 0, 1, 1, 1, 1, ""));
        unreadable(generations, key(0L), far);
        add(generations, key(1_000_000L), far);
        add(generations, key(1L), far);
        add(generations, key(1), null);
        for (var order : List.of("", "[", "{epoch: 9, order: Nonsense}")) {
            add(generations, key(next), ordered(next, next + 5, order));
        }
        add(generations, key(next), ordered(next, next, "{epoch: 9, order: AddWorld, world: late}"));
        var evaluations = cluster.names().evaluations();
        unreadable(evaluations, key(0L), new byte[] {0, 0, 0, 0, 0, 0});
        add(evaluations, key(1_000_000L), events.evaluations().encode(List.of()));
        add(evaluations, key(1), null);
    }

    private byte[] ordered(long generation, long from, String order) {
        var row = new GenerationRow(generation, "PooledNN", 1, 0, 1, 1, 1, 1, "")
                .with(List.of(OrderDecision.accepted(0, from, order)));
        return cluster.events().generations().encode(row);
    }

    private void deltas() {
        var topic = StreamsApp.applicationId(settings) + "-deltas-repartition";
        for (var value : new byte[][] {
            null,
            {},
            {4},
            {3, 0, 0, 0},
            {9, 9, 9, 9, 9, 9},
            numbers(4, 0, FAR, 0, 0),
            numbers(4, 0, 3, 99, 0),
            numbers(4, 0, 3, 0, 0, (1 << 30) + 3, 1, 0),
            numbers(4, 1, FAR, 0, settings.kafka().partitions()),
            numbers(4, 1, 3, 0, 99)
        }) {
            add(topic, key(0), value);
            add(topic, null, value);
        }
    }

    private static byte[] numbers(long... numbers) {
        var out = new Varints();
        for (var number : numbers) {
            out.put(number);
        }
        return out.toBytes();
    }

    private byte[] edit(long playlist, long sequence, long epoch) {
        return cluster.events().edits().encode(edit(playlist, sequence, epoch, new Change.Inserted(new TrackId(1), 0)));
    }

    private static PlaylistEdit created(long playlist) {
        return edit(playlist, 1, 3, new Change.Created());
    }

    private static PlaylistEdit edit(long playlist, long sequence, long epoch, Change change) {
        return new PlaylistEdit(
                new PlaylistId(playlist), new ListenerId(1), epoch, 0, sequence, WorldSet.ALL, null, change);
    }

    private byte[] mark(EpochEnded mark) {
        return cluster.events().edits().encode(mark);
    }

    private byte[] track(int id) {
        return cluster.events().tracks().encode(new Track(new TrackId(id), "poison:" + id, "", "poison", ""));
    }

    static byte[] key(long key) {
        return ByteBuffer.allocate(8).putLong(key).array();
    }

    static byte[] key(int key) {
        return ByteBuffer.allocate(4).putInt(key).array();
    }
}
