package chorus.broker.contract;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import chorus.events.Simulation;
import chorus.events.Topic.Kept;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of topics, by how long their records stay. */
final class Terms {
    /** With so many, two machines may be lost, or one while another restarts. */
    static final int SAFE_REPLICAS = 3;

    /**
     * How long a superseded row stays readable at least, milliseconds. A reader that is not further behind than this sees, up to a
     * mark, exactly the rows of that epoch.
     */
    private static final long COMPACTION_LAG = 3_600_000;

    /** The largest batch of records, bytes, that is sent but for rows of unusual settings: what Kafka allows by default. */
    private static final long LARGEST_BATCH = (1 << 20) + 12;

    private static final String LOSES_LOG = "records of a log of record would be lost";
    private static final String LOSES_NEWEST = "the newest record of a key would be lost, or all older ones be kept";

    /** What every client reads without a library of its own: kafkajs, for one, has neither lz4 nor zstd. Our producers send gzip. */
    private static final Set<String> READABLE = Set.of("gzip", "producer", "uncompressed");

    private Terms() {}

    static List<Term> of(Kept kept) {
        var own =
                switch (kept) {
                    case FOREVER -> log();
                    case NEWEST -> newest();
                    case NEWEST_OF_EACH_CUT -> rows();
                };
        return Stream.concat(own, everywhere()).toList();
    }

    private static Stream<Term> log() {
        return Stream.of(
                Term.exactly(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE, LOSES_LOG),
                Term.exactly(RETENTION_MS_CONFIG, "-1", LOSES_LOG),
                Term.exactly(RETENTION_BYTES_CONFIG, "-1", LOSES_LOG));
    }

    private static Stream<Term> newest() {
        return Stream.of(Term.exactly(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT, LOSES_NEWEST));
    }

    /** The broker's own clock stamps rows, so that the compaction lag counts from when they were written. */
    private static Stream<Term> rows() {
        var late = "a reader that lags behind may find no whole cut";
        return Stream.concat(
                newest(),
                Stream.of(
                        Term.atLeast(MIN_COMPACTION_LAG_MS_CONFIG, COMPACTION_LAG, late)
                                .unwise(),
                        Term.exactly(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime", late)
                                .unwise()));
    }

    private static String inSync(int replicas) {
        return Integer.toString(Math.max(1, replicas - 1));
    }

    private static Stream<Term> everywhere() {
        return Stream.of(
                new Term(
                        MIN_IN_SYNC_REPLICAS_CONFIG,
                        Terms::inSync,
                        (there, found) -> Term.number(there) <= found.replicas(),
                        "more than it has replicas, so nothing can be written",
                        true),
                new Term(
                        MIN_IN_SYNC_REPLICAS_CONFIG,
                        Terms::inSync,
                        (there, found) -> Term.number(there) > 1 || found.replicas() == 1,
                        "what one replica alone has taken counts as written",
                        false),
                new Term(
                        MAX_MESSAGE_BYTES_CONFIG,
                        _ -> Integer.toString(Simulation.LARGEST_RECORD),
                        (there, _) -> Term.number(there) >= LARGEST_BATCH,
                        "batches of up to " + LARGEST_BATCH + " bytes are sent",
                        true),
                new Term(
                        COMPRESSION_TYPE_CONFIG,
                        _ -> "gzip",
                        (there, _) -> READABLE.contains(there),
                        "not every client reads it",
                        false));
    }
}
