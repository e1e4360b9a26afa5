package chorus.config.course;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.config.course.Rules.OtherRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    @TempDir
    private Path data;

    private Path settings() {
        return data.resolve("settings.yaml");
    }

    @Test
    void whereNothingWasBegunAnyRulesWillDo() {
        assertThatCode(() -> Rules.requireSame(data)).doesNotThrowAnyException();
    }

    @Test
    void whatThisVersionBeganGoesOn() throws IOException {
        Rules.keep(data);
        Files.writeString(settings(), "name: run");
        assertThatCode(() -> Rules.requireSame(data)).doesNotThrowAnyException();
    }

    @Test
    void whatAnEarlierVersionBeganWhichWroteNoRulesIsRefusedInOneLine() throws IOException {
        Files.writeString(settings(), "name: run");
        assertThatThrownBy(() -> Rules.requireSame(data))
                .isInstanceOf(OtherRules.class)
                .hasMessage(data
                        + " holds a run by the rules of another version of Chorus (1 there, 2 here; decision 0020):"
                        + " go on with that version, or name another --out");
    }
}
