package chorus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A test is left out where something is absent, and never where it must not be. */
class NeededTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsAbsentLeavesATestOutSaveWhereItIsRequired() {
        assertThatThrownBy(() -> Needed.that(false, "it is absent", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("it is absent");
        assertThatCode(() -> Needed.that(false, "it is absent", true)).doesNotThrowAnyException();
        assertThatCode(() -> Needed.that(true, "it is absent", false)).doesNotThrowAnyException();
    }

    @Test
    void aProgramIsAFileOnThePathThatCanBeRun() throws IOException {
        var first = Files.createDirectories(folder.resolve("first"));
        var second = Files.createDirectories(folder.resolve("second"));
        Files.createDirectory(first.resolve("tool"));
        Files.createFile(first.resolve("text"));
        var tool = Files.createFile(second.resolve("tool"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        assertThat(Needed.program("tool", first + ":" + second)).contains(tool);
        assertThat(Needed.program("text", first + ":" + second)).isEmpty();
        assertThat(Needed.program("tool", "")).isEmpty();
    }
}
