package chorus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.broker.access.Access;
import chorus.broker.generations.GenerationLog;
import chorus.broker.results.Batch;
import chorus.broker.results.ResultWriter;
import chorus.epochs.EpochGate;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.LogRules;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import chorus.rows.results.GenerationRow;
import chorus.waits.Waiting;
import chorus.worlds.WorldSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrokerEdgeTest extends OnABroker {
    private static final LogRules ONE_WRITER = new LogRules(1);

    @Test
    void topicsAreCreatedOnceAndRefusedWithAnotherNumberOfPartitions() {
        Topics.ensure(cluster, settings(PARTITIONS));
        assertThat(cluster.partitions(cluster.names().edits())).isEqualTo(PARTITIONS);
        assertThat(cluster.partitions(cluster.names().tracks())).isEqualTo(1);
        assertThatThrownBy(() -> Topics.ensure(cluster, settings(4)))
                .isInstanceOf(BrokerFault.TopicMismatch.class)
                .hasMessageContaining("playlist-edits")
                .hasMessageContaining("has 3 partitions, but kafka.partitions = 4")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingTopicIsNamed() {
        assertThatThrownBy(() -> cluster.partitions("nothing"))
                .isInstanceOf(BrokerFault.TopicMismatch.class)
                .hasMessage("topic nothing does not exist on " + broker.bootstrap());
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamed() throws IOException {
        String dead;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = "127.0.0.1:" + socket.getLocalPort();
        }
        assertThatThrownBy(() -> Cluster.reach(
                        Access.plain(dead, "mock://broker-edge"), Duration.ofMillis(500), Waiting.UNWATCHED))
                .isInstanceOf(BrokerFault.Unreachable.class)
                .hasMessageStartingWith("no Kafka broker answers at " + dead + ": ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whoListensButSaysNothingMayWantTls() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var access = Access.plain("127.0.0.1:" + silent.getLocalPort(), "mock://broker-edge");
            assertThatThrownBy(() -> Cluster.reach(access, Duration.ofMillis(500), Waiting.UNWATCHED))
                    .isInstanceOf(BrokerFault.Unreachable.class)
                    .hasMessageContaining(
                            "somebody listens there: if brokers ask for TLS or SASL, --client-config says how");
        }
    }

    @Test
    void whatIsWrittenIsReadBackAndAResumedWriterAddsNothing() throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            write(sink, 40, 3);
            assertThat(sink.editsSent()).isEqualTo(160); // 40 playlists: created and three insertions
            assertThat(sink.marksSent()).isEqualTo(PARTITIONS);
        }
        var point = ResumePoint.scan(cluster, ONE_WRITER);
        assertThat(point.edits()).isEqualTo(160);
        assertThat(point.lastSequence(new PlaylistId(17))).isEqualTo(4);
        assertThat(point.lastSequence(new PlaylistId(40))).isZero();
        assertThat(point.createdIn(new PlaylistId(17))).isEqualTo(OptionalLong.of(0));
        assertThat(point.createdIn(new PlaylistId(40))).isEmpty();
        assertThat(point.lastComplete()).isZero();
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, point, known)) {
            assertThat(known.byUri()).hasSize(120).containsEntry("uri:7", new TrackId(7));
            assertThat(known.bound()).isEqualTo(120);
            write(sink, 40, 3);
            assertThat(sink.editsSent()).isZero();
            assertThat(sink.marksSent()).isZero();
            write(sink, 41, 4); // every playlist gets one more edit, one more playlist all five
        }
        assertThat(ResumePoint.scan(cluster, ONE_WRITER).edits()).isEqualTo(160 + 40 + 5);
    }

    @Test
    void anotherPlansEditsUnderTheSameNumbersAreRefusedNotLeftOut() throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            write(sink, 2, 2);
        }
        var point = ResumePoint.scan(cluster, ONE_WRITER);
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, point, known)) {
            sink.edit(edit(1, 1, new Change.Created()));
            sink.edit(edit(1, 2, new Change.Inserted(new TrackId(4), 0))); // the log has track 3 there
            var last = edit(1, 3, new Change.Inserted(new TrackId(3), 1));
            assertThatThrownBy(() -> sink.edit(last))
                    .isInstanceOf(BrokerFault.OtherCourse.class)
                    .hasMessageContaining("other edits of playlist 1");
        }
        assertThat(ResumePoint.scan(cluster, ONE_WRITER).edits())
                .isEqualTo(6); // two playlists: created and two insertions
    }

    @Test
    void theSameChangeInOtherWorldsOrForAnotherCampaignIsAnotherCourse() {
        var change = new Change.Inserted(new TrackId(3), 0);
        assertThat(List.of(
                        edit(1, 2, WorldSet.ALL, null, change),
                        edit(1, 2, WorldSet.only(1), null, change),
                        edit(1, 2, WorldSet.only(1), "lift", change),
                        edit(1, 2, WorldSet.only(1), "push", change),
                        edit(1, 2, WorldSet.only(1), "push", new Change.Inserted(new TrackId(3), 0, true))))
                .extracting(edit -> ResumePoint.course(0, edit))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyTheMarksThatAPartitionLacksAreSent() throws InterruptedException {
        var mark = new EpochEnded(0, 0, 1, 0);
        try (var producer = cluster.producer(Map.of())) {
            var _ = producer.send(new ProducerRecord<>(
                    cluster.names().edits(),
                    1,
                    Keys.of(-1L),
                    cluster.events().edits().encode(mark)));
        }
        var point = ResumePoint.scanMarks(cluster, ONE_WRITER);
        assertThat(point.lastComplete()).isEqualTo(-1);
        assertThat(point.nextEpoch()).isZero();
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, point, known)) {
            sink.endEpoch(mark);
            assertThat(sink.marksSent()).isEqualTo(PARTITIONS - 1);
        }
        assertThat(ResumePoint.scanMarks(cluster, ONE_WRITER).nextEpoch()).isEqualTo(1);
    }

    @Test
    void anEpochIsCompleteWhenEveryWriterHasEndedIt() throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            sink.endEpoch(new EpochEnded(0, 1, 2, 0));
            assertThat(ResumePoint.scanMarks(cluster, new LogRules(2)).lastComplete())
                    .isEqualTo(-1);
            sink.endEpoch(new EpochEnded(0, 0, 2, 0));
        }
        assertThat(ResumePoint.scanMarks(cluster, new LogRules(2)).lastComplete())
                .isZero();
    }

    @Test
    void everyEditOfAPlaylistLiesInOnePartitionInOrderAndMarksEndThem() throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            write(sink, 40, 3);
        }
        var seen = new ArrayList<List<LogEntry>>();
        for (var p = 0; p < PARTITIONS; p++) {
            seen.add(new ArrayList<>());
        }
        try (var log = EditLog.open(cluster, ONE_WRITER)) {
            log.toEnd(entry ->
                    seen.get(entry.partition()).add(cluster.events().edits().decode(entry.value())));
        }
        for (var partition : seen) {
            assertThat(partition.getLast()).isEqualTo(new EpochEnded(0, 0, 1, 0));
            assertThat(partition.size() % 4).isEqualTo(1); // whole playlists of four edits, and the mark
        }
        var first = ((PlaylistEdit) seen.getFirst().getFirst()).playlist();
        assertThat(seen.getFirst().stream()
                        .filter(entry -> entry instanceof PlaylistEdit edit
                                && edit.playlist().equals(first))
                        .map(entry -> ((PlaylistEdit) entry).sequence()))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whereEpochsGoByPositionAPlaylistIsCreatedInTheEpochThatIsOpenThere() throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            sink.endEpoch(new EpochEnded(0, 0, 1, 0));
            sink.edit(new PlaylistEdit(
                    new PlaylistId(3),
                    new ListenerId(3),
                    EpochGate.BY_POSITION,
                    0,
                    1,
                    WorldSet.ALL,
                    null,
                    new Change.Created()));
        }
        assertThat(ResumePoint.scan(cluster, ONE_WRITER).createdIn(new PlaylistId(3)))
                .hasValue(1);
    }

    @Test
    void generationsComeWholeAndAreAwaited() throws InterruptedException {
        try (var log = GenerationLog.open(cluster);
                var writer = ResultWriter.open(cluster, Duration.ofMinutes(1), _ -> {})) {
            assertThat(log.newest()).isEqualTo(-1);
            assertThat(log.await(0, () -> true)).isFalse();
            writer.publish(batch(0));
            writer.publish(batch(1));
            assertThat(log.await(1, () -> false)).isTrue();
            try (var again = GenerationLog.open(cluster)) {
                assertThat(again.generations()).containsExactly(generation(0), generation(1));
            }
            try (var successor = ResultWriter.open(cluster, Duration.ofMinutes(1), _ -> {})) {
                assertThatThrownBy(() -> writer.publish(batch(2)))
                        .isInstanceOf(BrokerFault.SendFailed.class)
                        .hasMessageContaining("generation 2");
                successor.publish(batch(2));
                assertThat(log.await(2, () -> false)).isTrue();
            }
        }
    }

    private Batch batch(long number) {
        return GenerationLog.batch(cluster, generation(number), List.of());
    }

    @Test
    void theLagOfAGroupThatHasCommittedNothingIsTheWholeLog() throws InterruptedException {
        try (var known = Announced.open(cluster);
                var sink = KafkaEditSink.open(cluster, ResumePoint.none(PARTITIONS), known)) {
            write(sink, 2, 1);
        }
        assertThat(cluster.lag("nobody")).isEqualTo(4 + PARTITIONS); // two playlists of two edits, and the marks
    }

    private static void write(KafkaEditSink sink, int playlists, int length) {
        for (var p = 0; p < playlists; p++) {
            sink.edit(edit(p, 1, new Change.Created()));
            for (var i = 0; i < length; i++) {
                var id = p * 3 + i;
                sink.track(new Track(new TrackId(id), "uri:" + id, "", "artist:" + p, ""));
                sink.edit(edit(p, i + 2, new Change.Inserted(new TrackId(id), i)));
            }
        }
        sink.endEpoch(new EpochEnded(0, 0, 1, 0));
    }

    private static PlaylistEdit edit(long playlist, long sequence, Change change) {
        return edit(playlist, sequence, WorldSet.ALL, null, change);
    }

    private static PlaylistEdit edit(
            long playlist, long sequence, WorldSet worlds, @Nullable String campaign, Change change) {
        return new PlaylistEdit(
                new PlaylistId(playlist), new ListenerId(playlist), 0, 0, sequence, worlds, campaign, change);
    }

    private static GenerationRow generation(long number) {
        return new GenerationRow(number, "PooledNN", 10, 0, 5, 1, 20, 30, "");
    }
}
