package chorus.state.ratings;

import chorus.state.bytes.ByteStore;

/**
 * What the stage remembers.
 *
 * @param rated what is known of users, by id
 * @param ledger rounds and digests, under one key
 */
public record RatingStores(ByteStore<Integer> rated, ByteStore<String> ledger) {}
