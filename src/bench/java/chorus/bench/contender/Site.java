package chorus.bench.contender;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the recorded edits lie and what every contender is given.
 *
 * @param settings the product's; peers take window, threads, commit interval and memory from them
 * @param stores an empty directory for state and checkpoints
 */
public record Site(String bootstrap, String registry, Settings settings, Path stores) {

    /** The settings of the comparison with {@code overrides}: nothing held out, a commit every five seconds. */
    public static Settings settings(String prefix, List<String> overrides) {
        return SettingsLoader.load(Optional.empty(), sets(prefix, overrides));
    }

    /** The same as they are given to a command by {@code --set}. */
    public static List<String> sets(String prefix, List<String> overrides) {
        var all = new ArrayList<>(List.of("stream.commitInterval=5s", "evaluate.testShare=0"));
        all.addAll(overrides);
        all.add("kafka.prefix=" + prefix);
        return List.copyOf(all);
    }

    /** How many worlds are counted. */
    public int worlds() {
        return settings.allWorlds().size();
    }

    /** Name of the topic of recorded edits. */
    public String edits() {
        return settings.kafka().prefix() + "playlist-edits";
    }

    /** Bytes that Chorus keeps on its heap at most: record caches, and gathered changes at 48 bytes each in every counting task. */
    public long caches() {
        var stream = settings.stream();
        return stream.cacheMemory()
                + 48L * stream.bufferedPairs() * settings.kafka().partitions();
    }

    /** All memory for caches and RocksDB, bytes. */
    public long memory() {
        return settings.stream().rocksdbMemory() + caches();
    }
}
