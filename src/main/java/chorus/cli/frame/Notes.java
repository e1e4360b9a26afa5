package chorus.cli.frame;

import chorus.report.Terminal;
import chorus.retrain.Generation;
import chorus.rows.results.GenerationRow;
import chorus.run.Watch;
import chorus.waits.Wait;
import chorus.waits.Waits;
import chorus.waits.Waits.GoesOn;
import chorus.waits.Waits.News;
import chorus.waits.Waits.Stands;
import chorus.waits.Waits.Still;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows what a command that asks something of a run has to wait for; nothing is written or trained meanwhile. */
final class Notes implements Watch, AutoCloseable {
    private final Terminal terminal;
    private final LongSupplier nanos;
    private final Waits waits;
    private volatile long moved;

    /** @param nanos elapsed time */
    Notes(Terminal terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
        waits = Waits.watched(nanos, this::tell);
        moved = nanos.getAsLong();
    }

    private void tell(News news) {
        switch (news) {
            case Still still -> {}
            case Stands stands -> terminal.note(stands.part() + ": " + stands.line());
            case GoesOn goes -> terminal.note(goes.part() + ": " + goes.line());
        }
    }

    /** How long nothing that was waited for has come nearer. */
    Duration still() {
        return Duration.ofNanos(nanos.getAsLong() - moved);
    }

    @Override
    public Wait waits(String part, Supplier<String> what, Duration patience) {
        moved = nanos.getAsLong();
        return new Noted(waits.begin(part, what, patience));
    }

    /** A wait whose progress is the command's. */
    private final class Noted implements Wait {
        private final Wait wait;

        Noted(Wait wait) {
            this.wait = wait;
        }

        @Override
        public void moved() {
            moved = nanos.getAsLong();
            wait.moved();
        }

        @Override
        public void giveUp() {
            wait.giveUp();
        }

        @Override
        public void close() {
            wait.close();
        }
    }

    @Override
    public void note(String what) {
        terminal.note(what);
    }

    @Override
    public void transaction(String what, boolean repaired) {
        terminal.note(what);
    }

    @Override
    public void wrote(int writer, long edits, long organic) {
        terminal.progress("edits written", edits, organic);
    }

    @Override
    public void restored(long changes, long of) {
        terminal.progress("restoring stores", changes, of);
    }

    @Override
    public void skipped(GenerationRow generation) {
        terminal.note("generation " + generation.generation() + " skipped: " + generation.skipped());
    }

    @Override
    public void generation(Generation generation, long lag) {
        terminal.note("generation " + generation.row().generation());
    }

    @Override
    public void close() {
        waits.close();
    }
}
