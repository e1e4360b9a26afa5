package chorus.broker;

import chorus.broker.refused.MarkOrder;
import chorus.broker.refused.PassedOver;
import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.RowSink;
import chorus.rows.TrackCountRow;
import chorus.rows.TrackCountsEntry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records of the three published topics and hands them to a sink; what is no value under its own key is passed over. */
final class RowDelivery implements Delivery {
    private final Cluster cluster;
    private final TopicNames names;
    private final int partitions;
    private final Codec<PlaylistsEntry> playlists;
    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;
    private final RowSink sink;
    private final Refusals refusals;
    private final MarkOrder order;

    RowDelivery(Cluster cluster, RowSink sink, Refusals refusals) {
        this(cluster, sink, refusals, new MarkOrder());
    }

    private RowDelivery(Cluster cluster, RowSink sink, Refusals refusals, MarkOrder order) {
        this.cluster = cluster;
        this.sink = sink;
        names = cluster.names();
        partitions = cluster.partitions(names.playlists());
        playlists = cluster.events().playlists();
        neighbours = cluster.events().neighbours();
        trackCounts = cluster.events().trackCounts();
        this.refusals = refusals;
        this.order = order;
    }

    @Override
    public Delivery again() {
        return new RowDelivery(cluster, sink, refusals, order.again());
    }

    @Override
    public List<String> topics() {
        return names.published();
    }

    @Override
    public long markedEpoch(ConsumerRecord<byte[], byte[]> message) {
        return message.key() == null || Keys.isMark(message.key()) ? give(message, new NoSink()) : NO_MARK;
    }

    @Override
    public long give(ConsumerRecord<byte[], byte[]> message) {
        return give(message, sink);
    }

    /** Gives the record to the sink; returns the epoch that it ends, or {@link #NO_MARK}. */
    private long give(ConsumerRecord<byte[], byte[]> message, RowSink sink) {
        try {
            PassedOver.unless(message.key() != null);
            if (message.topic().equals(names.playlists())) {
                return givePlaylist(message, sink);
            }
            return message.topic().equals(names.neighbours())
                    ? giveNeighbours(message, sink)
                    : giveTrackCount(message, sink);
        } catch (PassedOver | UndecodableException fault) {
            refusals.refuse(message, String.valueOf(fault.getMessage()));
            return NO_MARK;
        }
    }

    private long givePlaylist(ConsumerRecord<byte[], byte[]> message, RowSink sink) throws PassedOver {
        if (message.value() == null) {
            sink.playlistGone(gone(message));
            return NO_MARK;
        }
        var entry = playlists.decode(message.value());
        var epoch =
                switch (entry) {
                    case PlaylistRow row -> row(message, row.playlist());
                    case PlaylistsMark(long ended, int partition, int of, var _, var _, var _, var _, var _, var _) -> {
                        require(message, RowKeys.mark(ended, partition));
                        yield mark(message, ended, partition, of);
                    }
                };
        sink.playlists(entry);
        return epoch;
    }

    private long giveNeighbours(ConsumerRecord<byte[], byte[]> message, RowSink sink) throws PassedOver {
        if (message.value() == null) {
            var key = gone(message);
            sink.neighboursGone(RowKeys.track(key), RowKeys.chunk(key));
            return NO_MARK;
        }
        var entry = neighbours.decode(message.value());
        var epoch =
                switch (entry) {
                    case PairRow row -> row(message, RowKeys.chunk(row.track(), row.chunk()));
                    case CountsMark(long ended, int partition, int of, var _) -> {
                        require(message, RowKeys.mark(ended, partition));
                        yield mark(message, ended, partition, of);
                    }
                };
        sink.neighbours(entry);
        return epoch;
    }

    private long giveTrackCount(ConsumerRecord<byte[], byte[]> message, RowSink sink) throws PassedOver {
        PassedOver.unless(message.key().length == Integer.BYTES);
        var key = Keys.asInt(message.key());
        if (message.value() == null) {
            PassedOver.unless(key >= 0);
            sink.trackCountGone(key);
            return NO_MARK;
        }
        var entry = trackCounts.decode(message.value());
        var epoch = NO_MARK;
        switch (entry) {
            case TrackCountRow row -> PassedOver.unless(row.track() == key);
            case CountsMark(long ended, int partition, int of, var _) -> {
                PassedOver.unless(key == RowKeys.mark(partition));
                epoch = mark(message, ended, partition, of);
            }
        }
        sink.trackCounts(entry);
        return epoch;
    }

    private static long row(ConsumerRecord<byte[], byte[]> message, long key) throws PassedOver {
        require(message, key);
        return NO_MARK;
    }

    /** The key of a row that is gone. */
    private static long gone(ConsumerRecord<byte[], byte[]> message) throws PassedOver {
        PassedOver.unless(message.key().length == Long.BYTES && !Keys.isMark(message.key()));
        return Keys.asLong(message.key());
    }

    private long mark(ConsumerRecord<byte[], byte[]> message, long epoch, int partition, int of) throws PassedOver {
        return order.take(message, epoch, partition == message.partition() && of == partitions);
    }

    private static void require(ConsumerRecord<byte[], byte[]> message, long key) throws PassedOver {
        PassedOver.unless(message.key().length == Long.BYTES && Keys.asLong(message.key()) == key);
    }

    /** Where only marks are looked for. */
    private record NoSink() implements RowSink {
        @Override
        public void neighbours(NeighboursEntry entry) {}

        @Override
        public void neighboursGone(int track, int chunk) {}

        @Override
        public void trackCounts(TrackCountsEntry entry) {}

        @Override
        public void trackCountGone(int track) {}

        @Override
        public void playlists(PlaylistsEntry entry) {}

        @Override
        public void playlistGone(long playlist) {}
    }
}
