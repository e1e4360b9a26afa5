package chorus.run;

import chorus.broker.Announced;
import chorus.broker.Cluster;
import chorus.broker.KafkaEditSink;
import chorus.broker.ResumePoint;
import chorus.config.Settings;
import chorus.loadtest.generate.Share;
import chorus.loadtest.generate.WorkingSet;
import chorus.loadtest.workload.SomeWorkload;
import chorus.playlist.EpochEnded;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.topology.StreamsApp;

/**
 * Edits that do not end before they are told to: a portion more at each look, as long as the topology is not too far behind. An
 * epoch ends every few portions. So many tracks that an instance that comes late has much to restore.
 */
final class ArrivingEdits implements AutoCloseable {
    private static final int TRACKS = 5000;
    private static final int PORTION = 1000;
    private static final int PORTIONS_AN_EPOCH = 8;
    private static final int BEHIND = 20_000;

    private final Cluster cluster;
    private final String group;
    private final WorkingSet playlists;
    private final Announced known;
    private final KafkaEditSink sink;
    private int portions;
    private long epochs;

    private ArrivingEdits(Cluster cluster, Settings settings, Announced known) {
        this.cluster = cluster;
        this.group = StreamsApp.applicationId(settings);
        this.playlists = new WorkingSet(SomeWorkload.with("playlists.count=2000", "tracks.count=" + TRACKS), Share.ALL);
        this.known = known;
        this.sink =
                KafkaEditSink.open(cluster, ResumePoint.none(settings.kafka().partitions()), known);
    }

    /** Writes the tracks and fills the playlists; the topics must be there. */
    static ArrivingEdits begin(Cluster cluster, Settings settings) throws InterruptedException {
        var edits = new ArrivingEdits(cluster, settings, Announced.open(cluster));
        for (var id = 0; id < TRACKS; id++) {
            edits.sink.track(new Track(new TrackId(id), "t" + id, "", "a" + id, ""));
        }
        for (var playlist = 0; playlist < edits.playlists.playlists(); playlist++) {
            edits.playlists.fill(playlist, 0, edits.sink::edit);
        }
        edits.sink.flush();
        return edits;
    }

    /** Edits that the topology has not committed as read. */
    long unread() {
        return cluster.lag(group);
    }

    void goOn() {
        if (unread() > BEHIND) {
            return;
        }
        for (var i = 0; i < PORTION; i++) {
            sink.edit(playlists.next(epochs));
        }
        sink.flush();
        if (++portions % PORTIONS_AN_EPOCH == 0) {
            end();
        }
    }

    /** Ends the epoch. */
    void end() {
        sink.endEpoch(new EpochEnded(epochs++, 0, 1, epochs));
    }

    long epochs() {
        return epochs;
    }

    @Override
    public void close() {
        try (known) {
            sink.close();
        }
    }
}
