package chorus.topology.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CommitHook hook = new CommitHook("hook");
    private final MockProcessorContext<Void, Void> context = context();

    private static MockProcessorContext<Void, Void> context() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "rounds");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return new MockProcessorContext<>(settings, new TaskId(0, 0), new File("."));
    }

    private CommitHook.Armed bind() {
        return hook.bind(context, () -> {});
    }

    @SuppressWarnings("unchecked")
    private void openStore() {
        var store = (KeyValueStore<Bytes, byte[]>)
                hook.storeBuilder().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(new LoggedStore(hook.name()));
    }

    @Test
    void aRoundCommitsAfterItsLastWorkAndOnlyWhereTheTaskHasWorked() {
        openStore();
        var counting = bind();
        var routing = bind();
        var seen = new ArrayList<Boolean>();
        new Rounds(Duration.ofMillis(200)).schedule(context, routing, () -> seen.add(context.committed()));
        var round = context.scheduledPunctuators().getFirst();
        assertThat(round.getInterval()).isEqualTo(Duration.ofMillis(200));
        round.getPunctuator().punctuate(0);
        assertThat(context.committed()).as("nothing waits").isFalse();
        counting.touch();
        round.getPunctuator().punctuate(200);
        assertThat(context.committed()).as("what waits is another processor's").isTrue();
        context.resetCommit();
        round.getPunctuator().punctuate(400);
        assertThat(context.committed()).as("nothing since").isFalse();
        assertThat(seen).containsExactly(false, false, false);
    }

    @Test
    void aCommitIsAskedForWhereARoundIsFar() {
        new Rounds(Duration.ofMillis(250)).commitSoon(context);
        assertThat(context.committed()).isFalse();
        new Rounds(Duration.ofMillis(251)).commitSoon(context);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void kafkasOwnCommitsAreRareAndWithinTheTransactionsTime() {
        assertThat(new Rounds(Duration.ofSeconds(5)).fallback(MINUTE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(new Rounds(Duration.ofSeconds(50)).fallback(MINUTE)).isEqualTo(Duration.ofSeconds(50));
    }
}
