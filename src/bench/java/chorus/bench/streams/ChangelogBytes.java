package chorus.bench.streams;

import chorus.bench.contender.LogEnds;
import chorus.bench.contender.Reading;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** What the stores' changelogs keep once compacted: key and value of the latest record of every key. */
final class ChangelogBytes {
    private ChangelogBytes() {}

    /** Bytes by store. */
    static Map<String, Double> measure(Commits commits) throws ExecutionException, InterruptedException {
        var bytes = new TreeMap<String, Double>();
        for (var topic : commits.changelogs()) {
            var store = topic.substring(commits.application().length() + 1, topic.length() - "-changelog".length());
            bytes.put("bytes in " + store, latest(commits, topic));
        }
        return bytes;
    }

    private static double latest(Commits commits, String topic) throws ExecutionException, InterruptedException {
        var ends = LogEnds.of(commits.admin(), topic);
        var sizes = new HashMap<ByteBuffer, Integer>();
        try (var consumer = Reading.uncommitted(commits.bootstrap())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var key = ByteBuffer.wrap(record.key());
                    if (record.value() == null) {
                        sizes.remove(key);
                    } else {
                        sizes.put(key, record.key().length + record.value().length);
                    }
                }
            }
        }
        return sizes.values().stream().mapToLong(size -> size).sum();
    }
}
