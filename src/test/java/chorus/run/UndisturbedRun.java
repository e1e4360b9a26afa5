package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
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

    /**
     * Holds a run that was disturbed and has ended to one that was not: its evaluations are the same, byte for byte, and everything
     * published is what the log says.
     *
     * @param out the directory of its files
     * @param aside an empty directory
     * @param epochs how many it has
     */
    static void require(Settings settings, Path out, Cluster cluster, Path aside, int epochs)
            throws InterruptedException {
        assertThat(KeptRun.evaluations(out)).isEqualTo(evaluations(settings, aside));
        var found = OnAPlatform.verify(settings, cluster);
        assertThat(found.first()).isEmpty();
        assertThat(found.epochsCompared()).isEqualTo(epochs);
    }
}
