package chorus.topology.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.topology.commits.CommitHook;
import chorus.topology.commits.Rounds;
import chorus.topology.engine.Slices.Slice;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a task that is revived with the same processor meets, and what is drained when. */
class FreshProcessorTest {
    private final CommitHook hook = new CommitHook("hook");
    private final MockProcessorContext<byte[], String> context = context();
    private final LoggedStore cache = new LoggedStore("hook");
    private final List<Counter> lifetimes = new ArrayList<>();
    private final FreshProcessor<String, String> processor = new FreshProcessor<>(
            new Work(
                    new Slices(() -> 0, Duration.ofMillis(200), Duration.ofSeconds(1)),
                    hook,
                    new Rounds(Duration.ofSeconds(1), () -> 0)),
            context -> {
                lifetimes.add(new Counter());
                return lifetimes.getLast();
            });

    /** Counts to three in slices of one as soon as a record says so. */
    private static final class Counter implements Lifetime<String> {
        private final List<String> seen = new ArrayList<>();
        private int left;
        private int saved;

        @Override
        public void process(Record<byte[], String> record) {
            seen.add(record.value());
            left = record.value().equals("count") ? 3 : left;
        }

        @Override
        public boolean isBehind() {
            return left > 0;
        }

        @Override
        public void goOn(Slice slice) {
            left--;
        }

        @Override
        public Optional<BooleanSupplier> flush() {
            return Optional.of(() -> seen.contains("send") && seen.remove("send"));
        }

        @Override
        public void save() {
            saved++;
        }
    }

    private static MockProcessorContext<byte[], String> context() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "fresh");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return new MockProcessorContext<>(settings, new TaskId(0, 0), new File("."));
    }

    private KeyValueStore<Bytes, byte[]> behindCache = cache;

    @BeforeEach
    void begin() {
        behindCache = store();
        context.addStateStore(cache);
        processor.init(context);
    }

    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> store() {
        var store = (KeyValueStore<Bytes, byte[]>)
                hook.storeBuilder().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    /** As a commit does. */
    private void flushCache() {
        behindCache.put(Bytes.wrap(new byte[] {1}), new byte[] {1});
    }

    private void process(String value) {
        processor.process(new Record<>(new byte[0], value, 0));
    }

    private List<CapturedPunctuator> alive() {
        return context.scheduledPunctuators().stream()
                .filter(each -> !each.cancelled())
                .toList();
    }

    private void punctuate() {
        alive().forEach(each -> each.getPunctuator().punctuate(0));
    }

    @Test
    void aRevivedTaskBeginsWithNothingOfWhatItWas() {
        process("one");
        process("count");
        var before = alive();
        store();
        processor.init(context);
        process("two");
        assertThat(lifetimes).hasSize(2);
        assertThat(lifetimes.getFirst().seen).containsExactly("one", "count");
        assertThat(lifetimes.getLast().seen).containsExactly("two");
        assertThat(before).hasSize(2).allMatch(CapturedPunctuator::cancelled);
    }

    @Test
    void longWorkHasASliceAtOnceAndOthersAsLongAsSomethingIsLeft() {
        assertThat(alive()).as("rounds alone").hasSize(1);
        process("count");
        assertThat(lifetimes.getLast().left).isEqualTo(2);
        process("a record between");
        assertThat(lifetimes.getLast().left).isEqualTo(2);
        punctuate();
        punctuate();
        assertThat(lifetimes.getLast().left).isZero();
        assertThat(alive()).hasSize(1);
    }

    @Test
    void recordsSlicesAndWhatWasSentAtARoundAreDrainedBeforeTheNextCommit() {
        process("send");
        flushCache();
        assertThat(lifetimes.getLast().saved).isEqualTo(1);
        flushCache();
        assertThat(lifetimes.getLast().saved).as("nothing since").isEqualTo(1);
        punctuate();
        flushCache();
        assertThat(lifetimes.getLast().saved).isEqualTo(2);
        assertThat(context.committed()).as("a round in which something came").isTrue();
        context.resetCommit();
        punctuate();
        assertThat(context.committed()).as("a round without anything").isFalse();
    }
}
