package chorus.loadtest.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.EpochSettings;
import chorus.config.FarBeyondSense;
import chorus.config.tree.SettingsFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    @ParameterizedTest
    @ValueSource(strings = {"smoke", "steady", "burst", "backlog", "search"})
    void theWorkloadsOfTheRepositoryLoad(String name) {
        var workload = Workload.load(Path.of("workloads", name + ".yaml"), List.of());
        assertThat(workload.name()).isEqualTo(name);
        assertThat(workload.settings().epochs().by()).isEqualTo(EpochSettings.By.clock);
    }

    @Test
    void aFileLiesOverTheDefaultsAndAnOverrideOverBoth() {
        var workload = SomeWorkload.of(
                "rate: 70\nsettings:\n  stream: {commitInterval: 300ms}\n", "rate=80", "settings.kafka.partitions=7");
        assertThat(workload.rate()).isEqualTo(80);
        assertThat(workload.settings().stream().commitInterval()).isEqualTo(Duration.ofMillis(300));
        assertThat(workload.settings().kafka().partitions()).isEqualTo(7);
        assertThat(workload.settings().state().window()).isEqualTo(10); // of the reference page
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLineAndTheNearestKnownOne() {
        assertThatThrownBy(() -> SomeWorkload.of("rate: 5\nwarmup: 3s\n"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageMatching(".*workload.*\\.yaml:2: warmup: unknown setting; did you mean warmUp\\?");
    }

    @Test
    void aValueOutOfRangeIsRefusedWithItsLineAndWhatIsAllowed() {
        assertThatThrownBy(() -> SomeWorkload.of("name: x\nrate: 0\n"))
                .hasMessageMatching(".*\\.yaml:2: rate = 0: must be above 0 and at most 100000000");
        assertThatThrownBy(() -> SomeWorkload.of("playlists: {shortest: 9, longest: 9}\n"))
                .hasMessageContaining(":1: playlists.longest = 9: must lie in 10…10000");
        assertThatThrownBy(() -> SomeWorkload.of("", "settings.kafka.partitions=0"))
                .hasMessageContaining("--set: settings.kafka.partitions = 0: must lie in 1…1000");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberFarBeyondSenseIsRefused(String option) {
        assertThatThrownBy(() -> SomeWorkload.of("", option))
                .isInstanceOf(SettingsFault.class)
                .hasMessageStartingWith("--set: " + option.substring(0, option.indexOf('=')))
                .hasMessageContaining("must ");
    }

    private static Stream<String> numbers() {
        return FarBeyondSense.options(Workload.class, "").filter(option -> !option.contains("randomSeed="));
    }

    @Test
    void verifyingNeedsATrainer() {
        assertThatThrownBy(() -> SomeWorkload.of("train: false\nverify: true\n"))
                .hasMessageContaining(":2: verify = true: needs train = true");
    }
}
