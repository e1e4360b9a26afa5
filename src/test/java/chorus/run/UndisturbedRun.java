package chorus.run;

import chorus.config.Settings;
import chorus.experiment.Experiment;
import java.nio.file.Path;

/** What a run comes to that nobody disturbs: that of the same settings in one process, without Kafka. */
public final class UndisturbedRun {
    private UndisturbedRun() {}

    /**
     * The text of its evaluations.csv.
     *
     * @param out an empty directory for its files
     */
    public static String evaluations(Settings settings, Path out) {
        var kept = new KeptRun(out, settings);
        Experiment.run(settings, generation -> kept.keep(generation.row(), generation.evaluations()));
        return KeptRun.evaluations(out);
    }
}
