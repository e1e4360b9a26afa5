package chorus.bench.streams;

import chorus.bench.contender.Both;
import chorus.bench.contender.DeltaCode;
import chorus.bench.contender.Job;
import chorus.bench.contender.Passage;
import chorus.bench.contender.Site;
import chorus.state.cooccurrence.Deltas;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.PlaylistFold;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * What one would write first: playlists in a store, one record a change of a count, grouped by the pair, aggregated. The counts
 * of tracks go the same way as a pair's.
 */
final class DslTopology {
    static final String COUNTS = "pair-counts";

    private final Job job;
    private final Job.Edits codec;
    private final PlaylistFold fold;
    private final Passage passage;

    DslTopology(Site site, Job job, Job.Edits codec, Passage passage) {
        this.job = job;
        this.codec = codec;
        this.passage = passage;
        var settings = site.settings();
        fold = new PlaylistFold(
                new WindowPairs(settings.state().window()), settings.evaluate().heldOut());
    }

    Topology build(String edits) {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DslEdits.PLAYLISTS), Serdes.Long(), Serdes.ByteArray())
                .withCachingEnabled());
        builder.stream(edits, Consumed.with(Serdes.Long(), Serdes.ByteArray()))
                .process(() -> new DslEdits(codec, fold, passage), DslEdits.PLAYLISTS)
                .flatMap((playlist, deltas) -> job == Job.ALL ? changes(deltas) : windowChanges(deltas))
                .groupByKey(Grouped.with("deltas", Serdes.Long(), codes()))
                .aggregate(() -> Both.ZERO, (pair, code, count) -> count(code, count), counts());
        return builder.build();
    }

    private List<KeyValue<Long, Byte>> changes(Deltas deltas) {
        var changes = new ArrayList<KeyValue<Long, Byte>>(deltas.pairs() + deltas.tracks());
        for (var i = 0; i < deltas.pairs(); i++) {
            changes.add(KeyValue.pair(DeltaCode.key(deltas.from(i), deltas.to(i)), deltas.code(i)));
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            var key = DeltaCode.key(deltas.track(i), DeltaCode.TRACK);
            changes.add(KeyValue.pair(key, deltas.trackCode(i)));
        }
        passage.folded(changes.size());
        return changes;
    }

    private List<KeyValue<Long, Byte>> windowChanges(Deltas deltas) {
        var changes = new ArrayList<KeyValue<Long, Byte>>(deltas.pairs());
        for (var i = 0; i < deltas.pairs(); i++) {
            if (DeltaCode.changesWindow(deltas.code(i))) {
                var code = DeltaCode.ofWindow(deltas.code(i));
                changes.add(KeyValue.pair(DeltaCode.key(deltas.from(i), deltas.to(i)), code));
            }
        }
        passage.folded(changes.size());
        return changes;
    }

    private @org.jspecify.annotations.Nullable Both count(byte code, Both count) {
        passage.counted();
        var after = DeltaCode.apply(count, code);
        return after.isZero() ? null : after;
    }

    private static Materialized<Long, Both, KeyValueStore<Bytes, byte[]>> counts() {
        return Materialized.<Long, Both, KeyValueStore<Bytes, byte[]>>as(COUNTS)
                .withKeySerde(Serdes.Long())
                .withValueSerde(both())
                .withCachingEnabled();
    }

    private static Serde<Byte> codes() {
        return Serdes.serdeFrom((topic, code) -> code == null ? null : new byte[] {code}, (topic, bytes) -> bytes[0]);
    }

    private static Serde<Both> both() {
        return Serdes.serdeFrom(
                (topic, count) -> count == null ? null : count.toBytes(),
                (topic, bytes) -> bytes == null ? null : Both.of(bytes));
    }
}
