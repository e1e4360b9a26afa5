package chorus.topology.edits;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.events.Events;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTracksTest {
    private final Events events = Events.connect("mock://known-tracks", "x-");

    private byte[] track(int id) {
        return events.tracks().encode(new Track(new TrackId(id), "t" + id, "", "a", ""));
    }

    @Test
    void onlyARecordThatIsATrackUnderItsOwnKeyMakesItKnown() {
        var tracks = FedTracks.of(
                events,
                List.of(
                        FedTracks.record(FedTracks.key(-1), track(1)),
                        FedTracks.record(FedTracks.key(2), new byte[] {1, 2}),
                        FedTracks.record(FedTracks.key(3), null),
                        FedTracks.record(FedTracks.key(4), track(5)),
                        FedTracks.record(new byte[] {0, 0, 6}, track(6)),
                        FedTracks.record(null, track(7)),
                        FedTracks.record(FedTracks.key(8), track(8)),
                        FedTracks.record(FedTracks.key((1 << 30) + 3), track(9)),
                        FedTracks.record(FedTracks.key(TrackId.BOUND - 1), track(TrackId.BOUND - 1))));
        for (var id = 0; id < 10; id++) {
            assertThat(tracks.known(id)).as("track %d", id).isEqualTo(id == 8);
        }
        assertThat(tracks.known(TrackId.BOUND - 1)).isTrue();
    }
}
