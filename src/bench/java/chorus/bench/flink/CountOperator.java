package chorus.bench.flink;

import chorus.bench.contender.Both;
import chorus.bench.contender.Counts;
import chorus.bench.contender.DeltaCode;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/** Runs {@link CountChanges}; once the job is stopped, after its time, it goes through its whole state for the fingerprint. */
final class CountOperator extends KeyedProcessOperator<Integer, Tuple3<Integer, Integer, Byte>, Void>
        implements BoundedOneInput {
    private static final long serialVersionUID = 1;

    CountOperator() {
        super(new CountChanges());
    }

    @Override
    public void endInput() throws Exception {
        var sum = new Counts.Sum();
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        CountChanges.neighbours(),
                        (track, neighbours) -> {
                            for (var neighbour : neighbours.entries()) {
                                var key = DeltaCode.key((Integer) track, neighbour.getKey());
                                DeltaCode.sum(key, Both.of(neighbour.getValue()), sum);
                            }
                        });
        Run.current().state().add(sum.counts());
    }
}
