package chorus.run;

import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.report.RunBundle;
import chorus.retrain.Generation;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.waits.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Keeps a run's files as a command does, and shows nothing. */
final class KeptRun implements Watch {
    private final RunBundle bundle;

    KeptRun(Path out, Settings settings) {
        bundle = RunBundle.open(out, SettingsText.of(settings), settings.allWorlds(), RunBundle.Known.NOTHING);
    }

    @Override
    public void note(String what) {}

    @Override
    public void transaction(String what, boolean repaired) {}

    @Override
    public Wait waits(String part, Supplier<String> what, Duration patience) {
        return Wait.UNWATCHED;
    }

    @Override
    public void wrote(int writer, long edits, long organic) {}

    @Override
    public void restored(long changes, long of) {}

    @Override
    public synchronized void skipped(GenerationRow generation) {
        bundle.add(generation, List.of());
    }

    @Override
    public synchronized void generation(Generation generation, long lag) {
        keep(generation.row(), generation.evaluations());
    }

    synchronized void keep(GenerationRow generation, List<EvaluationRow> evaluations) {
        bundle.add(generation, evaluations);
    }

    /** The file evaluations.csv of a run's directory. */
    static String evaluations(Path out) {
        try {
            return Files.readString(out.resolve("evaluations.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
