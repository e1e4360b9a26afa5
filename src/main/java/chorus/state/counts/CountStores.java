package chorus.state.counts;

import chorus.state.bytes.ByteStore;
import chorus.state.cooccurrence.Chunks;

/**
 * What the second stage remembers.
 *
 * @param pairs rows in chunks
 * @param changed rows to be published, in segments
 * @param journal changes that are in no row yet, by epoch, run and segment
 * @param ledger epochs, phase and tally, under one key
 */
public record CountStores(
        Chunks pairs, ByteStore<Integer> changed, ByteStore<byte[]> journal, ByteStore<String> ledger) {}
