package chorus.bench.streams;

import chorus.bench.contender.ByWorld;
import chorus.bench.contender.CountKey;
import chorus.bench.contender.DeltaCode;
import chorus.bench.contender.Job;
import chorus.bench.contender.Passage;
import chorus.bench.contender.RecordedFold;
import chorus.bench.contender.Site;
import chorus.state.cooccurrence.Deltas;
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
import org.jspecify.annotations.Nullable;

/**
 * What one would write first: playlists in a store, one record a change of a count, grouped by the pair, aggregated. The counts
 * of tracks go the same way as a pair's.
 */
final class DslTopology {
    static final String COUNTS = "pair-counts";

    private final Job job;
    private final Job.Edits codec;
    private final RecordedFold fold;
    private final Passage passage;

    DslTopology(Site site, Job job, Job.Edits codec, Passage passage) {
        this.job = job;
        this.codec = codec;
        this.passage = passage;
        fold = RecordedFold.of(site.settings());
    }

    Topology build(String edits) {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DslEdits.PLAYLISTS), Serdes.Long(), Serdes.ByteArray())
                .withCachingEnabled());
        builder.stream(edits, Consumed.with(Serdes.Long(), Serdes.ByteArray()))
                .process(() -> new DslEdits(codec, fold, passage), DslEdits.PLAYLISTS)
                .flatMap((playlist, deltas) -> job == Job.ALL ? changes(deltas) : windowChanges(deltas))
                .groupByKey(Grouped.with("deltas", Serdes.Long(), deltas()))
                .aggregate(() -> ByWorld.ZERO, (pair, delta, count) -> count(delta, count), counts());
        return builder.build();
    }

    private List<KeyValue<Long, DeltaCode>> changes(Deltas deltas) {
        var changes = new ArrayList<KeyValue<Long, DeltaCode>>(deltas.pairs() + deltas.tracks());
        for (var i = 0; i < deltas.pairs(); i++) {
            changes.add(KeyValue.pair(pair(deltas, i), delta(deltas, i)));
        }
        for (var i = 0; i < deltas.tracks(); i++) {
            var key = CountKey.of(deltas.track(i), CountKey.TRACK);
            changes.add(KeyValue.pair(key, DeltaCode.of(deltas.trackCode(i), deltas.trackWorlds(i))));
        }
        passage.folded(changes.size());
        return changes;
    }

    private List<KeyValue<Long, DeltaCode>> windowChanges(Deltas deltas) {
        var changes = new ArrayList<KeyValue<Long, DeltaCode>>(deltas.pairs());
        for (var i = 0; i < deltas.pairs(); i++) {
            var delta = delta(deltas, i);
            if (delta.changesWindow()) {
                changes.add(KeyValue.pair(pair(deltas, i), delta.ofWindow()));
            }
        }
        passage.folded(changes.size());
        return changes;
    }

    private static long pair(Deltas deltas, int i) {
        return CountKey.of(deltas.from(i), deltas.to(i));
    }

    private static DeltaCode delta(Deltas deltas, int i) {
        return DeltaCode.of(deltas.code(i), deltas.worlds(i));
    }

    private @Nullable ByWorld count(DeltaCode delta, ByWorld count) {
        passage.counted();
        var after = count.plus(delta);
        return after.isZero() ? null : after;
    }

    private static Materialized<Long, ByWorld, KeyValueStore<Bytes, byte[]>> counts() {
        return Materialized.<Long, ByWorld, KeyValueStore<Bytes, byte[]>>as(COUNTS)
                .withKeySerde(Serdes.Long())
                .withValueSerde(byWorld())
                .withCachingEnabled();
    }

    private static Serde<DeltaCode> deltas() {
        return Serdes.serdeFrom(
                (topic, delta) -> delta == null ? null : delta.toBytes(), (topic, bytes) -> DeltaCode.of(bytes));
    }

    private static Serde<ByWorld> byWorld() {
        return Serdes.serdeFrom(
                (topic, count) -> count == null ? null : count.toBytes(),
                (topic, bytes) -> bytes == null ? null : ByWorld.of(bytes));
    }
}
