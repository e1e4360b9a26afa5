package chorus.topology.engine;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the native memory of all RocksDB stores of this process together: one block cache of the configured size, from which
 * write buffers, indexes and filters are charged as well.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Key of the bound, in bytes, in the configuration of Kafka Streams. */
    public static final String MEMORY = "chorus.rocksdb.memory";

    private static final Shared SHARED = new Shared();

    /** The cache and the write buffers that all stores share; made at the first store, kept for the life of the process. */
    private static final class Shared {
        private @org.jspecify.annotations.Nullable Cache cache;
        private @org.jspecify.annotations.Nullable WriteBufferManager buffers;

        synchronized void apply(long bytes, Options options, BlockBasedTableConfig table) {
            if (cache == null || buffers == null) {
                RocksDB.loadLibrary();
                cache = new LRUCache(bytes);
                buffers = new WriteBufferManager(bytes / 2, cache);
            }
            table.setBlockCache(cache);
            options.setWriteBufferManager(buffers);
        }
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        SHARED.apply(((Number) configs.getOrDefault(MEMORY, 256L << 20)).longValue(), options, table);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setFilterPolicy(new BloomFilter(10, false));
        table.setBlockSize(16 << 10);
        options.setTableFormatConfig(table);
        // gaps and counts in varints hardly shrink further, and every read would unpack a block
        options.setCompressionType(CompressionType.NO_COMPRESSION);
        options.setMaxWriteBufferNumber(3);
    }

    @Override
    public void close(String store, Options options) {
        // the cache, the buffers and the filters are shared or owned by the options: nothing of one store alone
    }
}
