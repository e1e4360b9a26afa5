package chorus.bench.jmh;

import chorus.topology.engine.BoundedRocksDb;
import java.nio.file.Path;
import java.util.Map;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Chunks in a RocksDB that is set up as the topology's stores are. */
final class RocksChunks implements AutoCloseable {
    private final Options options;
    private final RocksDB database;

    private RocksChunks(Options options, RocksDB database) {
        this.options = options;
        this.database = database;
    }

    static RocksChunks open(Path directory) throws RocksDBException {
        RocksDB.loadLibrary();
        var options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocksDb().setConfig("jmh", options, Map.of());
        return new RocksChunks(options, RocksDB.open(options, directory.toString()));
    }

    void put(byte[] key, byte[] chunk) throws RocksDBException {
        database.put(key, chunk);
    }

    /** Writes what is in memory into sorted files. */
    void settle() throws RocksDBException {
        database.compactRange();
    }

    byte[] get(byte[] key) throws RocksDBException {
        var chunk = database.get(key);
        if (chunk == null) {
            throw new IllegalStateException("no chunk of that key");
        }
        return chunk;
    }

    @Override
    public void close() {
        database.close();
        options.close();
    }
}
