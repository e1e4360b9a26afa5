package chorus.run;

import chorus.config.OrderSettings;
import chorus.config.Settings;
import chorus.config.SettingsText;
import chorus.experiment.sweep.KeptLists;
import chorus.orders.OrderDecision;
import chorus.report.RunBundle;
import chorus.retrain.Generation;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.TestRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps a run's files as a command does, and shows nothing. What files hold is read back here too. */
public final class KeptRun implements QuietWatch {
    private final RunBundle bundle;
    private final KeptLists lists;

    KeptRun(Path out, Settings settings) {
        this(out, settings, KeptLists.nowhere());
    }

    KeptRun(Path out, Settings settings, KeptLists lists) {
        this.lists = lists;
        bundle = RunBundle.open(out, SettingsText.of(settings), settings.allWorlds(), RunBundle.Known.NOTHING);
    }

    @Override
    public boolean keepsTests() {
        return lists.areWanted();
    }

    @Override
    public void tested(long generation, List<TestRows> tests) {
        lists.keepGeneration(generation, tests);
    }

    @Override
    public synchronized void skipped(GenerationRow generation) {
        bundle.add(generation, List.of());
    }

    @Override
    public synchronized void ordered(List<OrderDecision> decided, Settings now) {
        if (!now.orders().isEmpty()) {
            bundle.ordered(SettingsText.of(new OrderSettings.Page(now.orders())), now.allWorlds());
        }
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

    /** How many generations generations.csv of a run's directory holds by now. */
    public static long generations(Path out) {
        return lines(out.resolve("generations.csv"));
    }

    /** How many rounds rounds.csv of a run of two worlds holds by now. */
    public static long rounds(Path out) {
        return lines(out.resolve("rounds.csv")) / 2;
    }

    /** Below the head. */
    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return Math.max(0, lines.count() - 1);
        } catch (IOException notYet) {
            return 0;
        }
    }
}
