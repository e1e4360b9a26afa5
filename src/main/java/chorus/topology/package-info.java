/**
 * Stage 3', the stages of {@code state} as a Kafka Streams topology over RocksDB, and the engine that runs it. Reads
 * {@code playlist-edits} and {@code tracks}; writes {@code edits-refused}, {@code playlists}, {@code neighbours} and
 * {@code track-counts}. The only package that knows Kafka Streams and RocksDB.
 */
@NullMarked
package chorus.topology;

import org.jspecify.annotations.NullMarked;
