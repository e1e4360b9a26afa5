package chorus.broker;

import chorus.events.Codec;
import chorus.playlist.LogEntry;
import chorus.rows.CountsMark;
import chorus.rows.NeighboursEntry;
import chorus.rows.PlaylistsEntry;
import chorus.rows.PlaylistsMark;
import chorus.rows.RowKeys;
import chorus.rows.RowSink;
import chorus.rows.TrackCountsEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records of the three published topics and hands them to a sink. */
final class RowDelivery {
    /** What is not a mark ends no epoch. */
    static final long NO_MARK = LogEntry.BY_POSITION;

    private final TopicNames names;
    private final Codec<PlaylistsEntry> playlists;
    private final Codec<NeighboursEntry> neighbours;
    private final Codec<TrackCountsEntry> trackCounts;

    RowDelivery(Cluster cluster) {
        names = cluster.names();
        playlists = cluster.events().playlists();
        neighbours = cluster.events().neighbours();
        trackCounts = cluster.events().trackCounts();
    }

    /** The epoch that the record ends, or {@link #NO_MARK}. */
    long markedEpoch(ConsumerRecord<byte[], byte[]> message) {
        if (!Keys.isMark(message.key())) {
            return NO_MARK;
        }
        if (message.topic().equals(names.playlists())) {
            return playlists.decode(message.value()) instanceof PlaylistsMark mark ? mark.epoch() : NO_MARK;
        }
        Object entry = message.topic().equals(names.neighbours())
                ? neighbours.decode(message.value())
                : trackCounts.decode(message.value());
        return entry instanceof CountsMark mark ? mark.epoch() : NO_MARK;
    }

    void give(ConsumerRecord<byte[], byte[]> message, RowSink sink) {
        if (message.topic().equals(names.playlists())) {
            givePlaylist(message, sink);
        } else if (message.topic().equals(names.neighbours())) {
            giveNeighbours(message, sink);
        } else {
            giveTrackCount(message, sink);
        }
    }

    private void givePlaylist(ConsumerRecord<byte[], byte[]> message, RowSink sink) {
        if (message.value() == null) {
            sink.playlistGone(Keys.asLong(message.key()));
        } else {
            sink.playlists(playlists.decode(message.value()));
        }
    }

    private void giveNeighbours(ConsumerRecord<byte[], byte[]> message, RowSink sink) {
        if (message.value() == null) {
            var key = Keys.asLong(message.key());
            sink.neighboursGone(RowKeys.track(key), RowKeys.chunk(key));
        } else {
            sink.neighbours(neighbours.decode(message.value()));
        }
    }

    private void giveTrackCount(ConsumerRecord<byte[], byte[]> message, RowSink sink) {
        if (message.value() == null) {
            sink.trackCountGone(Keys.asInt(message.key()));
        } else {
            sink.trackCounts(trackCounts.decode(message.value()));
        }
    }
}
