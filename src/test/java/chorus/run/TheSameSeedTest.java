package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.experiment.Experiment;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a run's work is shared out, the same seed gives the same file evaluations.csv, byte for byte. */
class TheSameSeedTest extends OnAPlatform {
    private static final String PLAIN = "1, 1, 1";

    @ParameterizedTest(name = "partitions {0}, stream threads {1}, writers {2}")
    @CsvSource({PLAIN, "6, 1, 2", "1, 3, 2", "6, 3, 1"})
    void givesTheFiguresOfTheRunInOneProcess(int partitions, int threads, int writers) throws InterruptedException {
        var run = run(
                "p%dt%dw%d".formatted(partitions, threads, writers),
                Scenario.small()
                        .with(
                                "kafka.partitions=" + partitions,
                                "stream.threads=" + threads,
                                "simulate.writers=" + writers));
        assertThat(run.evaluations()).isEqualTo(experiment(Scenario.small().settings(), directory.resolve("experiment")));
        assertThat(run.evaluations().lines()).as("header, generation 0, 4 rows each in 1…5 but 2 in 1").hasSizeGreaterThan(20);
    }

    /** evaluations.csv of the same settings without Kafka. */
    static String experiment(Settings settings, Path out) {
        var kept = new KeptRun(out, settings);
        Experiment.run(settings, generation -> kept.keep(generation.row(), generation.evaluations()));
        return KeptRun.evaluations(out);
    }
}
