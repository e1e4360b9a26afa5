package chorus.cli.frame;

import chorus.report.Terminal;
import chorus.retrain.Generation;
import chorus.rows.results.GenerationRow;
import chorus.run.Watch;
import chorus.run.waits.Wait;
import java.util.function.Supplier;

/** Shows what a command that asks something of a run has to wait for; nothing is written or trained meanwhile. */
public record Notes(Terminal terminal) implements Watch {
    @Override
    public void note(String what) {
        terminal.note(what);
    }

    @Override
    public void transaction(String what, boolean repaired) {
        terminal.note(what);
    }

    @Override
    public Wait waits(String part, Supplier<String> what) {
        return Wait.UNWATCHED;
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
}
