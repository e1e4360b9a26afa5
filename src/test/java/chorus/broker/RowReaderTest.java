package chorus.broker;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PlaylistsMark;
import chorus.rows.TrackCountRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RowReaderTest extends OnABroker {
    @Test
    void aCutHoldsNoRowOfALaterEpoch() throws InterruptedException {
        var sink = new Seen();
        try (var rows = new TestRows(cluster);
                var reader = RowReader.newest(cluster, sink)) {
            for (var p = 0; p < PARTITIONS; p++) {
                rows.trackCounts(p, new TrackCountRow(p, 1));
            }
            end(rows, 0, 0);
            end(rows, 0, 1);
            rows.trackCounts(0, new TrackCountRow(0, 2)); // partition 0 is an epoch ahead
            rows.trackCountGone(1, 1);
            rows.flush();
            assertThat(advance(reader, 5)).isEmpty();
            end(rows, 0, 2);
            rows.flush();
            assertThat(advance(reader, 1000)).hasValue(0);
            assertThat(sink.counts).containsExactlyInAnyOrder("0=1", "1=1", "2=1");
            for (var p = 0; p < PARTITIONS; p++) {
                end(rows, 1, p);
            }
            rows.flush();
            assertThat(advance(reader, 1000)).hasValue(1);
            assertThat(sink.counts).containsExactlyInAnyOrder("0=1", "1=1", "2=1", "0=2", "1 gone");
        }
    }

    @Test
    void aRestartedReaderWaitsForTheNewestEpochAndAVerifyingOneTakesTheNewestCompleteOne() throws InterruptedException {
        try (var rows = new TestRows(cluster)) {
            for (var p = 0; p < PARTITIONS; p++) {
                end(rows, 6, p);
            }
            rows.trackCounts(0, new TrackCountRow(0, 7));
            end(rows, 7, 0);
            rows.flush();
            var complete = new Seen();
            try (var reader = RowReader.complete(cluster, complete)) {
                assertThat(advance(reader, 1000)).hasValue(6);
                assertThat(complete.counts).isEmpty();
            }
            var newest = new Seen();
            try (var reader = RowReader.newest(cluster, newest)) {
                assertThat(reader.aim()).isEqualTo(7);
                assertThat(advance(reader, 5)).isEmpty();
                end(rows, 7, 1);
                end(rows, 7, 2);
                rows.flush();
                assertThat(advance(reader, 1000)).hasValue(7);
                assertThat(newest.counts).containsExactly("0=7");
            }
        }
    }

    @Test
    void whereAMarkIsGoneTheCutMovesOnToTheNextOneThatAllPartitionsHave() throws InterruptedException {
        try (var rows = new TestRows(cluster);
                var reader = RowReader.newest(cluster, new Seen())) {
            end(rows, 0, 0);
            end(rows, 0, 1);
            end(rows, 1, 2); // partition 2's mark of epoch 0 was compacted away
            rows.flush();
            assertThat(advance(reader, 10)).isEmpty();
            end(rows, 1, 0);
            end(rows, 1, 1);
            rows.flush();
            assertThat(advance(reader, 1000)).hasValue(1);
        }
    }

    private static void end(TestRows rows, long epoch, int partition) {
        var mark = new CountsMark(epoch, partition, PARTITIONS, List.of(new OfWorld("none", WorldDigest.NONE)));
        rows.neighbours(partition, mark);
        rows.trackCounts(partition, mark);
        rows.playlists(
                partition, new PlaylistsMark(epoch, partition, PARTITIONS, List.of("none"), 0, 0, Map.of(), 0, 0));
    }

    private static OptionalLong advance(RowReader reader, int polls) throws InterruptedException {
        var cut = OptionalLong.empty();
        for (var i = 0; i < polls && cut.isEmpty(); i++) {
            cut = reader.advance(Duration.ofMillis(50));
        }
        return cut;
    }
}
