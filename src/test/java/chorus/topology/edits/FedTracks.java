package chorus.topology.edits;

import chorus.events.Events;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What a topic of tracks that is read to its end tells. */
final class FedTracks {
    private FedTracks() {}

    /** The tracks 0…count−1. */
    static KnownTracks of(Events events, int count) {
        var records = new ArrayList<Record<byte[], byte[]>>();
        for (var id = 0; id < count; id++) {
            records.add(record(key(id), events.tracks().encode(new Track(new TrackId(id), "t" + id, "", "a", ""))));
        }
        return of(events, records);
    }

    static KnownTracks of(Events events, List<Record<byte[], byte[]>> records) {
        var tracks = new KnownTracks(events.tracks(), records::size);
        var feeder = tracks.feeder().get();
        var context = new MockProcessorContext<Void, Void>();
        feeder.init(context);
        for (var offset = 0; offset < records.size(); offset++) {
            context.setRecordMetadata("tracks", 0, offset);
            feeder.process(records.get(offset));
        }
        return tracks;
    }

    static byte[] key(int id) {
        return ByteBuffer.allocate(4).putInt(id).array();
    }

    static Record<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new Record<>(key, value, 0);
    }
}
