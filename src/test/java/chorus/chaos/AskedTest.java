package chorus.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    private static final String PROPERTY = "chorus.chaos.asked";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void whatIsNotAskedForIsTheDefault() {
        assertThat(Asked.number(PROPERTY, 50, 1)).isEqualTo(50);
        assertThat(Asked.modes(PROPERTY, Mode.RUN)).containsExactly(Mode.RUN);
    }

    @Test
    void whatIsAskedForIsTaken() {
        System.setProperty(PROPERTY, "7");
        assertThat(Asked.number(PROPERTY, 50, 1)).isEqualTo(7);
        System.setProperty(PROPERTY, "cluster, RUN");
        assertThat(Asked.modes(PROPERTY)).containsExactly(Mode.CLUSTER, Mode.RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "many", "1e3", "99999999999999999999"})
    void aWrongNumberIsRefusedWithWhatIsAllowed(String text) {
        System.setProperty(PROPERTY, text);
        assertThatThrownBy(() -> Asked.number(PROPERTY, 50, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(PROPERTY + " = " + text + ": a whole number from 1 is allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run,", "everything"})
    void aWrongModeIsRefusedWithWhatIsAllowed(String text) {
        System.setProperty(PROPERTY, text);
        assertThatThrownBy(() -> Asked.modes(PROPERTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(PROPERTY + " = ")
                .hasMessageEndingWith("run, parts and cluster are allowed, with commas between them");
    }
}
