package chorus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    /** With {@code -Xshare:on} a virtual machine that cannot use its archive does not start. */
    @Test
    void theArchiveIsOfTheClassPathOfTheTests() throws Exception {
        Needed.that(ChildJvm.isThere(), "only a whole build makes the archive");
        var line = ChildJvm.command(List.of("-XX:+UseSerialGC", "-Xshare:on", "-Xlog:class+load"), "chorus.cli.Main");
        line.add("--version");
        var child = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(child.getInputStream().readAllBytes(), UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("picocli\\.CommandLine\\$\\S+ source: shared objects file");
    }
}
