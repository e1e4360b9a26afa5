package chorus.topology.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where records of the inner topic go. */
class PartitionerTest {
    private static final int PARTITIONS = 5;

    @Test
    void aRecordGoesWhereItsKeySaysAndAMarkToAllPartitions() {
        assertThat(partitions(4)).containsExactly(4);
        assertThat(partitions(-1)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    private static Set<Integer> partitions(int key) {
        var bytes = ByteBuffer.allocate(4).putInt(key).array();
        return RouteDeltas.partitioner(PARTITIONS)
                .partitions("deltas", bytes, new byte[0], PARTITIONS)
                .orElseThrow();
    }
}
