package chorus.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.evaluate.accuracy.Ndcg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that stay as they were at the fill, while everybody edits. */
class FrozenTestsTest {
    private static final int EPOCHS = 10;

    private static Settings settings(int seed, String... more) {
        var options = new ArrayList<>(List.of(
                "randomSeed=" + seed,
                "simulate.playlists=2000",
                "simulate.epochs=" + EPOCHS,
                "simulate.changePerEpoch=0.06"));
        options.addAll(List.of(more));
        return SettingsLoader.load(Optional.empty(), options);
    }

    /** NDCG in each epoch. */
    private static double[] course(Settings settings) {
        return Experiment.run(settings, _ -> {}).stream()
                .mapToDouble(round ->
                        round.evaluations().getFirst().figure(Ndcg.MEASURE).orElseThrow())
                .toArray();
    }

    /**
     * Ten epochs that exchange as much as thirty at the default pace. The tests grow old, which costs some .004; more would be a
     * drift of the others. That editing keeps the playlists' law is for {@code StationaryEditingTest}.
     */
    @Test
    void ndcgOfTestsFrozenAtTheFillChangesHardly() {
        var changes = IntStream.rangeClosed(1, 3)
                .mapToDouble(seed -> change(course(settings(seed, "evaluate.tests=frozen"))))
                .toArray();
        assertThat(changes).hasSize(3);
        assertThat(IntStream.range(0, 3).mapToDouble(i -> changes[i]).average().orElseThrow())
                .as("mean of %s", Arrays.toString(changes))
                .isBetween(-0.009, 0.009);
    }

    private static double change(double[] course) {
        var middle = (course.length - 1) / 2.0;
        var covariance = 0.0;
        var variance = 0.0;
        for (var i = 0; i < course.length; i++) {
            covariance += (i - middle) * course[i];
            variance += (i - middle) * (i - middle);
        }
        return covariance / variance * (course.length - 1);
    }
}
