package chorus.state.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A store on the heap gives what the topology's gives. */
class HeapStoreTest {
    private final HeapStore<byte[]> store = HeapStore.emptyByBytes();

    private void put(int... keys) {
        for (var key : keys) {
            store.put(new byte[] {(byte) key, 0}, new byte[] {(byte) key});
        }
    }

    @Test
    void keysComeByteByByteUnsigned() {
        put(200, 3, 127, 128);
        var keys = new ArrayList<Integer>();
        store.forEach((key, value) -> keys.add(key[0] & 0xFF));
        assertThat(keys).containsExactly(3, 127, 128, 200);
    }

    @Test
    void theFirstOfARangeMayBeDeletedWhileTheyAreLookedThrough() {
        put(1, 2, 3, 4, 5);
        var first = store.first(new byte[] {2, 0}, new byte[] {5, 0}, 3);
        first.forEach(entry -> store.delete(entry.getKey()));
        assertThat(first).extracting(entry -> entry.getValue()[0]).containsExactly((byte) 2, (byte) 3, (byte) 4);
        assertThat(store.first(new byte[] {0, 0}, new byte[] {9, 0}, 9)).hasSize(2);
        assertThat(store.get(new byte[] {5, 0})).containsExactly(5);
        assertThat(store.get(new byte[] {2, 0})).isNull();
    }
}
