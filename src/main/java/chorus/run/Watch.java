package chorus.run;

import chorus.broker.Announced;
import chorus.config.Settings;
import chorus.orders.OrderDecision;
import chorus.playlist.Campaign;
import chorus.retrain.Generation;
import chorus.retrain.RowBook;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.TestRows;
import chorus.run.campaigns.PlanSource;
import chorus.waits.Waiting;
import chorus.worlds.Worlds;
import java.time.Duration;
import java.util.List;

/** Whoever looks on while a run goes: a terminal, meters, a bundle. Called from several threads. */
public interface Watch extends Waiting {
    /** Something begins or has come up, in a few words. */
    void note(String what);

    /** A transaction that its coordinator has forgotten: how it stands, and whether it was repaired, in one line. */
    void transaction(String what, boolean repaired);

    /** How far a writer is: edits given so far, plants included; the plan's organic edits are those of all writers together. */
    void wrote(int writer, long edits, long organic);

    /** How far stores are restored from their changelogs. */
    void restored(long changes, long of);

    /** A writer, or the clock, has ended an epoch. */
    default void ended(long epoch) {}

    /** The topology has refused a record. */
    default void refused() {}

    /** A partition of the topology has closed an epoch. */
    default void closed(long epoch) {}

    /** How long it took from an aligned cut to its published generation. */
    default void retrained(Duration took) {}

    /**
     * A generation was made of the rows of a book, which stands at its cut until this returns; called before {@link #generation}.
     *
     * @param from what it was made
     */
    default void trained(long generation, Trained from) {}

    /**
     * What a generation was made of.
     *
     * @param worlds in which its models were evaluated
     * @param campaigns that have started
     * @param known the tracks, also later on and beside whoever reads them
     */
    record Trained(RowBook book, Worlds worlds, List<Campaign> campaigns, Announced known) {
        public Trained {
            campaigns = List.copyOf(campaigns);
        }
    }

    /** Whether somebody keeps what is recommended for each test. */
    default boolean keepsTests() {
        return false;
    }

    /** What is recommended for each test, where somebody keeps it; before the generation is published. */
    default void tested(long generation, List<TestRows> tests) {}

    /**
     * What became of orders before training began; then {@link #ordered} is told of none.
     *
     * @param plan where it stands, for whoever looks ahead
     */
    default void orderedBefore(List<OrderDecision> decided, Settings now, PlanSource plan) {}

    /**
     * Orders were decided, in a generation that is published; also told when training begins, of none.
     *
     * @param now the settings with all that were accepted so far
     */
    default void ordered(List<OrderDecision> decided, Settings now) {}

    /** An epoch without a model is recorded, with the reason. */
    void skipped(GenerationRow generation);

    /** A generation is published. {@code lag}: records of edits that the topology had not committed by then. */
    void generation(Generation generation, long lag);
}
