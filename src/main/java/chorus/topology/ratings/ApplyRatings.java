package chorus.topology.ratings;

import chorus.epochs.Home;
import chorus.events.Codec;
import chorus.events.Events;
import chorus.events.UndecodableException;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedUser;
import chorus.ratings.RatingEntry;
import chorus.ratings.RatingRules;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.rows.RowKeys;
import chorus.state.Place;
import chorus.state.ratings.RatingStage;
import chorus.state.ratings.RatingStores;
import chorus.topology.engine.Homes;
import chorus.topology.engine.Lifetime;
import chorus.topology.engine.Refusing;
import chorus.topology.engine.StreamStore;
import chorus.topology.engine.Work;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The stage bound to its topics and stores: decodes a record, has it applied, forwards rows, marks and refusals. */
final class ApplyRatings implements Lifetime<byte[]> {
    static final String RATED = "rated";
    static final String LEDGER = "rating-ledger";

    private final Codec<RatingEntry> ratings;
    private final Codec<RatedEntry> rated;
    private final Refusing<FromRatings> refusing;
    private final RatingRules rules;
    private final Home home;
    private final Work work;
    private final ProcessorContext<byte[], FromRatings> context;
    private final RatingStage stage;

    /** How records are read and judged. */
    record Setup(Events events, RatingRules rules, Work work, int partitions) {}

    ApplyRatings(Setup setup, ProcessorContext<byte[], FromRatings> context) {
        this.context = context;
        ratings = setup.events.of(RatingTopics.RATINGS);
        rated = setup.events.of(RatingTopics.RATED);
        refusing = new Refusing<>(setup.events.refused(), setup.work, FromRatings.Refusal::new, context);
        rules = setup.rules;
        work = setup.work;
        var partition = context.taskId().partition();
        home = Homes.of(partition, setup.partitions);
        stage = new RatingStage(
                new RatingStores(StreamStore.of(context, RATED), StreamStore.of(context, LEDGER)),
                rules,
                new Place(partition, setup.partitions, rules.worlds()),
                this::publish);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var fault = take(record);
        if (fault != null) {
            refusing.refuse(record, fault);
        }
    }

    private @Nullable String take(Record<byte[], byte[]> record) {
        try {
            return record.value() == null ? refused("no value") : take(record.key(), ratings.decode(record.value()));
        } catch (UndecodableException unreadable) {
            return refused(String.valueOf(unreadable.getMessage()));
        }
    }

    private String refused(String reason) {
        stage.refused();
        return reason;
    }

    /** Why it does not apply; null where it does. */
    private @Nullable String take(byte @Nullable [] key, RatingEntry entry) {
        var fault = rules.fault(key, entry, home);
        if (fault != null) {
            return refused(fault);
        }
        return switch (entry) {
            case Said said -> stage.take(said);
            case RoundEnded mark -> stage.end(mark);
        };
    }

    private void publish(RatedEntry entry) {
        var key =
                switch (entry) {
                    case RatedUser user -> user.user();
                    case RatedMark mark -> RowKeys.mark(mark.round(), mark.partition());
                };
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(key).array();
        context.forward(new Record<>(bytes, new FromRatings.Row(rated.encode(entry)), context.currentSystemTimeMs()));
        if (entry instanceof RatedMark mark) {
            work.tally().closed().accept(mark.round());
            work.rounds().commitSoon(context);
        }
    }

    /** Nothing waits to be sent, but the task commits at each round. */
    @Override
    public Optional<BooleanSupplier> flush() {
        return Optional.of(() -> false);
    }

    @Override
    public void save() {
        stage.save();
    }
}
