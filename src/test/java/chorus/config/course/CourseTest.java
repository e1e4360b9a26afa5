package chorus.config.course;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
    private static final String CAMPAIGNS = "campaigns=[{name: a, strategy: DirLoF, budget: 1, start: 2, leave: [0]}, "
            + "{name: b, strategy: Random, budget: 1, start: 9}]";

    private static Optional<String> apart(String... here) {
        return Course.apart(load(), load(here), Course.OF_PLAYLISTS);
    }

    private static Settings load(String... more) {
        var options = Stream.concat(Stream.of(CAMPAIGNS, "simulate.epochs=5"), Stream.of(more));
        return SettingsLoader.load(Optional.empty(), options.toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "randomSeed=7|randomSeed = 1 there, 7 here",
                "simulate.listeners.stay=0.5|simulate.listeners.stay = 0.9 there, 0.5 here",
                "replay.fillEpochs=3|replay.fillEpochs = 10 there, 3 here",
                "campaigns[0].join=[0.5, 1]|campaigns[0].join = [1.0] there, [0.5, 1.0] here",
                "campaigns[0].target={new: x}|campaigns[0].target.new = (none) there, x here",
                "worlds=each|worlds = [] there, each here",
                "epochs.by=clock|epochs.by = simulator there, clock here",
                "state.window=3|state.window = 10 there, 3 here",
                "evaluate.fold=7|evaluate.fold = randomSeed there, 7 here",
                "evaluate.tests=frozen|evaluate.tests = living there, frozen here",
                "evaluate.testShare=0.2|evaluate.testShare = 0.1 there, 0.2 here",
                "recommend.rareBound=2|recommend.rareBound = 1 there, 2 here",
                "recommend.model=Popularity|recommend.model = PooledNN there, Popularity here; recommend.rareBound = 1 there,"
                        + " (none) here; recommend.popularityDiscount = 0.3 there, (none) here; and 9 more",
                "kafka.partitions=7|kafka.partitions = 4 there, 7 here",
                "simulate.epochs=4|simulate.epochs = 5 there, 4 here, and a run can be given more epochs, but no fewer",
                "simulate.epochs=9|simulate.epochs = 5 there, 9 here, but a campaign starts in epoch 9: drawn with the others"
                        + " from the start it could have changed their members, so 8 is the most here",
            })
    void aRunDoesNotGoOnWithAnotherCourseAndEachDifferenceIsNamed(String option, String told) {
        assertThat(apart(option)).hasValue(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=other",
                "serve.port=0",
                "stream.threads=7",
                "kafka.prefix=x-",
                "epochs.lag=2",
                "simulate.epochs=8",
                "worlds=[{name: factual, campaigns: [a, b]}, {name: counterfactual}]"
            })
    void aRunGoesOnWithWhatDecidesNothingAndWithMoreEpochs(String option) {
        assertThat(load(option)).isNotEqualTo(load());
        assertThat(apart(option)).isEmpty();
    }

    @Test
    void whereNoCampaignHasBegunAllMayStillCome() {
        var early = SettingsLoader.load(Optional.empty(), List.of(CAMPAIGNS, "simulate.epochs=1"));
        assertThat(Course.apart(early, load("simulate.epochs=20"), Course.OF_PLAYLISTS))
                .isEmpty();
    }
}
