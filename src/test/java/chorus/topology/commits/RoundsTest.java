package chorus.topology.commits;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.topology.engine.LoggedStore;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Elapsed time. */
    private long nanos;

    private final CommitHook hook = new CommitHook("hook");
    private final MockProcessorContext<Void, Void> context = context();

    private static MockProcessorContext<Void, Void> context() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "rounds");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return new MockProcessorContext<>(settings, new TaskId(0, 0), new File("."));
    }

    @AfterEach
    void forget() {
        LastCommit.forget();
    }

    private Rounds rounds(long millis) {
        return new Rounds(Duration.ofMillis(millis), () -> nanos);
    }

    private void after(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
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
        rounds(200).schedule(context, routing, () -> seen.add(context.committed()));
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

    /** A round that comes too soon after a slow commit does nothing at all; what waits goes with the next. */
    @ParameterizedTest
    @CsvSource({"20, 20", "300, 300", "1500, 1000", "600000, 1000"})
    void recordsAreLeftAsLongAsTheCommitBeforeTook(long took, long rest) {
        openStore();
        var armed = bind();
        var flushes = new AtomicInteger();
        rounds(200).schedule(context, armed, flushes::incrementAndGet);
        var round = context.scheduledPunctuators().getFirst().getPunctuator();
        armed.touch();
        round.punctuate(0);
        after(took);
        LastCommit.ofThisThread().ends();
        context.resetCommit();

        armed.touch();
        after(rest - 1);
        round.punctuate(0);
        assertThat(context.committed()).isFalse();
        assertThat(flushes).hasValue(1);
        after(1);
        round.punctuate(0);
        assertThat(context.committed()).isTrue();
        assertThat(flushes).hasValue(2);
    }

    /** Its beginning is not known, and it may have waited for brokers that were away. */
    @Test
    void aCommitThatNobodyHasAskedForIsOfNoAccount() {
        openStore();
        var armed = bind();
        rounds(200).schedule(context, armed, () -> {});
        after(5000);
        LastCommit.ofThisThread().ends();
        armed.touch();
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(0);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void aCommitIsAskedForWhereARoundIsFar() {
        rounds(250).commitSoon(context);
        assertThat(context.committed()).isFalse();
        rounds(251).commitSoon(context);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void kafkasOwnCommitsAreRareAndWithinTheTransactionsTime() {
        assertThat(Rounds.fallback(Duration.ofSeconds(5), MINUTE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Rounds.fallback(Duration.ofSeconds(50), MINUTE)).isEqualTo(Duration.ofSeconds(50));
    }
}
