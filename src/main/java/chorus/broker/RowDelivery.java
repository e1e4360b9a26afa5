package chorus.broker;

import chorus.broker.refused.MarkOrder;
import chorus.broker.refused.Refusals;
import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.playlist.LogEntry;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records of the three published topics and hands them to a sink; what is no value under its own key is passed over. */
final class RowDelivery {
    /** What is not a mark ends no epoch. */
    static final long NO_MARK = LogEntry.BY_POSITION;

    private final TopicNames names;
    private final int partitions;
    private final Codec<PlaylistsEntry> playlists;
    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;
    private final Refusals refusals;
    private final MarkOrder order;

    RowDelivery(Cluster cluster, Refusals refusals) {
        this(cluster, refusals, new MarkOrder());
    }

    private RowDelivery(Cluster cluster, Refusals refusals, MarkOrder order) {
        names = cluster.names();
        partitions = cluster.partitions(names.playlists());
        playlists = cluster.events().playlists();
        neighbours = cluster.events().neighbours();
        trackCounts = cluster.events().trackCounts();
        this.refusals = refusals;
        this.order = order;
    }

    /** For reading all again from the beginning. */
    RowDelivery again(Cluster cluster) {
        return new RowDelivery(cluster, refusals, order.again());
    }

    /** A record that is passed over, and why. */
    private static final class Passed extends Exception {
        private static final long serialVersionUID = 1;

        Passed(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The epoch that the record ends, or {@link #NO_MARK}. */
    long markedEpoch(ConsumerRecord<byte[], byte[]> message) {
        return message.key() == null || Keys.isMark(message.key()) ? give(message, new NoSink()) : NO_MARK;
    }

    /** Gives the record to the sink; returns the epoch that it ends, or {@link #NO_MARK}. */
    long give(ConsumerRecord<byte[], byte[]> message, RowSink sink) {
        try {
            require(message.key() != null);
            if (message.topic().equals(names.playlists())) {
                return givePlaylist(message, sink);
            }
            return message.topic().equals(names.neighbours())
                    ? giveNeighbours(message, sink)
                    : giveTrackCount(message, sink);
        } catch (Passed | UndecodableException fault) {
            refusals.refuse(message, String.valueOf(fault.getMessage()));
            return NO_MARK;
        }
    }

    private long givePlaylist(ConsumerRecord<byte[], byte[]> message, RowSink sink) throws Passed {
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

    private long giveNeighbours(ConsumerRecord<byte[], byte[]> message, RowSink sink) throws Passed {
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

    private long giveTrackCount(ConsumerRecord<byte[], byte[]> message, RowSink sink) throws Passed {
        require(message.key().length == Integer.BYTES);
        var key = Keys.asInt(message.key());
        if (message.value() == null) {
            require(key >= 0);
            sink.trackCountGone(key);
            return NO_MARK;
        }
        var entry = trackCounts.decode(message.value());
        var epoch = NO_MARK;
        switch (entry) {
            case TrackCountRow row -> require(row.track() == key);
            case CountsMark(long ended, int partition, int of, var _) -> {
                require(key == RowKeys.mark(partition));
                epoch = mark(message, ended, partition, of);
            }
        }
        sink.trackCounts(entry);
        return epoch;
    }

    private static long row(ConsumerRecord<byte[], byte[]> message, long key) throws Passed {
        require(message, key);
        return NO_MARK;
    }

    /** The key of a row that is gone. */
    private static long gone(ConsumerRecord<byte[], byte[]> message) throws Passed {
        require(message.key().length == Long.BYTES && !Keys.isMark(message.key()));
        return Keys.asLong(message.key());
    }

    private long mark(ConsumerRecord<byte[], byte[]> message, long epoch, int partition, int of) throws Passed {
        if (partition != message.partition() || of != partitions) {
            throw new Passed("mark-of-another-partition");
        }
        var fault = order.fault(message, epoch);
        if (fault != null) {
            throw new Passed(fault);
        }
        return epoch;
    }

    private static void require(ConsumerRecord<byte[], byte[]> message, long key) throws Passed {
        require(message.key().length == Long.BYTES && Keys.asLong(message.key()) == key);
    }

    private static void require(boolean keyFits) throws Passed {
        if (!keyFits) {
            throw new Passed("key-of-another-row");
        }
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
