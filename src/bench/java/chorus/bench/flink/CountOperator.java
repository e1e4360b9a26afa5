package chorus.bench.flink;

import chorus.bench.contender.ByWorld;
import chorus.bench.contender.CountKey;
import chorus.bench.contender.Counts;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/** Runs {@link CountChanges}; once the job is stopped, after its time, it goes through its whole state for the fingerprint. */
final class CountOperator extends KeyedProcessOperator<Integer, TrackChange, Void> implements BoundedOneInput {
    private static final long serialVersionUID = 1;

    CountOperator() {
        super(new CountChanges());
    }

    @Override
    public void endInput() throws Exception {
        var run = Run.current();
        var sum = new Counts.Sum(run.worlds());
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        CountChanges.neighbours(),
                        (track, neighbours) -> {
                            for (var neighbour : neighbours.entries()) {
                                var key = CountKey.of((Integer) track, neighbour.getKey());
                                sum.add(key, ByWorld.of(neighbour.getValue()));
                            }
                        });
        run.state().add(sum.counts());
    }
}
