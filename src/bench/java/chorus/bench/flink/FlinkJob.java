package chorus.bench.flink;

import chorus.bench.contender.Site;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.ValueTypeInfo;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job and its configuration: source → keyed by playlist → keyed by track. */
record FlinkJob(Site site) {
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(64);

    Configuration configuration() {
        var stream = site.settings().stream();
        return new Configuration()
                .set(CoreOptions.DEFAULT_PARALLELISM, stream.threads())
                .set(TaskManagerOptions.NUM_TASK_SLOTS, stream.threads())
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, new MemorySize(site.memory()))
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK)
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK)
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(RestartStrategyOptions.RESTART_STRATEGY, "none")
                .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
                .set(
                        RocksDBOptions.LOCAL_DIRECTORIES,
                        site.stores().resolve("rocksdb").toString())
                .set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory("checkpoints"))
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, stream.commitInterval())
                .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    }

    String directory(String name) {
        return site.stores().resolve(name).toUri().toString();
    }

    JobGraph graph() {
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration());
        environment
                .fromSource(source(), WatermarkStrategy.noWatermarks(), "edits")
                .keyBy(edit -> edit.f0, Types.LONG)
                .flatMap(new FoldPlaylists())
                .returns(new ValueTypeInfo<>(TrackChange.class))
                .name("playlists")
                .keyBy(TrackChange::from, Types.INT)
                .transform("counts", Types.VOID, new CountOperator());
        return environment.getStreamGraph().getJobGraph();
    }

    private KafkaSource<org.apache.flink.api.java.tuple.Tuple2<Long, byte[]>> source() {
        return KafkaSource.<org.apache.flink.api.java.tuple.Tuple2<Long, byte[]>>builder()
                .setBootstrapServers(site.bootstrap())
                .setTopics(site.edits())
                .setGroupId(site.settings().kafka().prefix() + "flink")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new EditRecords())
                .setProperty("max.poll.records", "4000")
                .setProperty(
                        "partition.discovery.interval.ms",
                        Long.toString(Duration.ofMinutes(5).toMillis()))
                .build();
    }
}
