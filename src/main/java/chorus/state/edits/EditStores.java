package chorus.state.edits;

import chorus.state.bytes.ByteStore;

/**
 * What the first stage remembers.
 *
 * @param playlists the current ones, by id
 * @param heldOut rows to be published, by epoch and playlist, and which playlists are frozen
 * @param ledger epochs and tallies, under one key
 */
public record EditStores(ByteStore<Long> playlists, ByteStore<byte[]> heldOut, ByteStore<String> ledger) {}
