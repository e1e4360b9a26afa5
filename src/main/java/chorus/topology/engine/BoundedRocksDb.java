package chorus.topology.engine;

import java.util.EnumSet;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.HistogramType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.Statistics;
import org.rocksdb.StatsLevel;
import org.rocksdb.TickerType;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the native memory of all RocksDB stores of this process together: one block cache of the configured size, from which
 * write buffers, indexes and filters are charged as well.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Key of the bound, in bytes, in the configuration of Kafka Streams. */
    public static final String MEMORY = "chorus.rocksdb.memory";

    private static final Shared SHARED = new Shared();

    /**
     * How the memory is used, by all stores of the process together.
     *
     * @param limit bytes
     * @param used bytes
     * @param hits blocks that were found in memory since the process began
     * @param misses blocks that were not
     */
    public record Memory(long limit, long used, long hits, long misses) {
        private static final Memory NONE = new Memory(0, 0, 0, 0);
    }

    /** At this moment. */
    public static Memory memory() {
        return SHARED.memory();
    }

    /** The cache and the write buffers that all stores share; made at the first store, kept for the life of the process. */
    private static final class Shared {
        private @org.jspecify.annotations.Nullable Cache cache;
        private @org.jspecify.annotations.Nullable WriteBufferManager buffers;
        private @org.jspecify.annotations.Nullable Statistics statistics;
        private long limit;

        synchronized void apply(long bytes, Options options, BlockBasedTableConfig table) {
            if (cache == null || buffers == null || statistics == null) {
                RocksDB.loadLibrary();
                limit = bytes;
                cache = new LRUCache(bytes);
                buffers = new WriteBufferManager(bytes / 2, cache);
                // counts, and no time: a store asks the clock for none of its reads
                statistics = new Statistics(EnumSet.allOf(HistogramType.class));
                statistics.setStatsLevel(StatsLevel.EXCEPT_DETAILED_TIMERS);
            }
            table.setBlockCache(cache);
            options.setWriteBufferManager(buffers);
            options.setStatistics(statistics);
        }

        synchronized Memory memory() {
            return cache == null || statistics == null
                    ? Memory.NONE
                    : new Memory(
                            limit,
                            cache.getUsage(),
                            statistics.getTickerCount(TickerType.BLOCK_CACHE_HIT),
                            statistics.getTickerCount(TickerType.BLOCK_CACHE_MISS));
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
