package chorus.experiment;

import chorus.state.bytes.HeapStore;
import chorus.state.cooccurrence.HeapChunks;
import chorus.state.counts.CountStage;
import chorus.state.counts.CountStores;
import chorus.state.edits.EditStores;

/** All that the two stages of one process remember. */
record StoresOnHeap(
        HeapStore<Long> playlists,
        HeapStore<byte[]> heldOut,
        HeapStore<String> editLedger,
        HeapChunks pairs,
        HeapStore<Integer> changed,
        HeapStore<byte[]> journal,
        HeapStore<String> countLedger) {
    static StoresOnHeap empty() {
        return new StoresOnHeap(
                HeapStore.empty(),
                HeapStore.emptyByBytes(),
                HeapStore.empty(),
                new HeapChunks(),
                HeapStore.empty(),
                HeapStore.emptyByBytes(),
                HeapStore.empty());
    }

    /**
     * Stores that hold the same and then go their own way.
     *
     * @param worlds how many are counted here
     * @param more how many are counted there; those that are new begin as the twin stands
     */
    StoresOnHeap copy(int worlds, int more) {
        var copy = new StoresOnHeap(
                playlists.copy(),
                heldOut.copy(),
                editLedger.copy(),
                pairs.copy(),
                changed.copy(),
                journal.copy(),
                countLedger.copy());
        CountStage.widen(copy.ofCounts(), worlds, more);
        return copy;
    }

    EditStores ofEdits() {
        return new EditStores(playlists, heldOut, editLedger);
    }

    CountStores ofCounts() {
        return new CountStores(pairs, changed, journal, countLedger);
    }
}
