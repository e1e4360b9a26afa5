package chorus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @Test
    void aSecondTryInThisProcessNeitherGetsNorLosesTheLock(@TempDir Path data) throws IOException {
        try (var lock = DataLock.tryHold(data).orElseThrow()) {
            assertThat(DataLock.tryHold(data)).isEmpty();
            assertThat(inAnotherProcess(data)).isEqualTo("taken");
        }
        assertThat(inAnotherProcess(data)).isEqualTo("held");
        assertThat(DataLock.tryHold(data)).hasValueSatisfying(DataLock::close);
    }

    private static String inAnotherProcess(Path data) throws IOException {
        var line = ChildJvm.command(List.of(), LockChild.class.getName());
        line.add(data.toString());
        var child = new ProcessBuilder(line).start();
        return new String(child.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
