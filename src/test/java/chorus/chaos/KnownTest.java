package chorus.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is held against the doctor. */
class KnownTest {
    private static final Known TWO_OF_THREE = new Known(Map.of(1, true, 2, false, 3, true), Optional.of(false));

    @Test
    void trueWordsAreTaken() {
        assertThat(TWO_OF_THREE.untrue(word(
                        1,
                        "brokers at a",
                        "  broker 1: a",
                        "! broker 2: b is down",
                        "  broker 3: c, controller",
                        "! registry: silent")))
                .isEmpty();
        assertThat(new Known(Map.of(1, false), Optional.empty())
                        .untrue(word(1, "chorus: no Kafka broker answers at a: refused")))
                .isEmpty();
        assertThat(new Known(Map.of(), Optional.of(true)).untrue(word(0, "  broker 1: a", "nothing is wrong")))
                .isEmpty();
    }

    @Test
    void whoIsDownAndNotNamedIsFound() {
        assertThat(TWO_OF_THREE.untrue(word(0, "  broker 1: a", "  broker 3: c", "nothing is wrong")))
                .containsExactlyInAnyOrder(
                        "broker 2 is down, and it does not say so", "the registry is down, and it does not say so");
        assertThat(new Known(Map.of(1, false), Optional.empty()).untrue(word(0, "  broker 1: a")))
                .containsExactly("no broker runs, and it does not say so");
    }

    @Test
    void whoServesAndIsBlamedIsFound() {
        var known = new Known(Map.of(1, true), Optional.of(true));
        assertThat(known.untrue(word(1, "! broker 1: a is down", "! registry: silent")))
                .containsExactly(
                        "broker 1 serves, and it does not say so", "the registry serves, and it does not say so");
        assertThat(known.untrue(word(1, "chorus: no Kafka broker answers at a: refused")))
                .containsExactly("a broker serves, and it says that none answers");
    }

    @Test
    void anExitCodeThatIsNotWhatItSaysIsFound() {
        var known = new Known(Map.of(1, true), Optional.empty());
        assertThat(known.untrue(word(1, "  broker 1: a"))).containsExactly("exit code 1 is not what it says");
        assertThat(known.untrue(word(0, "  broker 1: a", "! topic t: does not exist")))
                .containsExactly("exit code 0 is not what it says");
    }

    @Test
    void whatChangedWhileSomebodyWasAskedIsNotKnown() {
        var later = new Known(Map.of(1, true, 2, true), Optional.empty());
        assertThat(TWO_OF_THREE.and(later)).isEqualTo(new Known(Map.of(1, true), Optional.empty()));
    }

    private static Doctor.Word word(int exitCode, String... lines) {
        return new Doctor.Word(exitCode, List.of(lines));
    }
}
