package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.SettingsLoader;
import chorus.metrics.MeterPage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutACommandTheHelpIsShown() {
        assertThat(run()).isZero();
        assertThat(out.toString(UTF_8)).contains("Usage: chorus", "describe", "Exit codes:");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void describePrintsThePagesThatTheDocumentsShow() {
        assertThat(run("describe", "settings")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(SettingsLoader.reference());
        out.reset();
        assertThat(run("describe", "metrics")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(MeterPage.text());
    }

    @ParameterizedTest
    @CsvSource({"dance,", "--loud,", "describe,moon", "describe,"})
    void wrongUseIsOneLineAndExitCodeTwo(String first, @Nullable String second) {
        assertThat(second == null ? run(first) : run(first, second)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("chorus: ").hasLineCount(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    /** A '%' that means no format makes a warning of it, on the process's own stream. */
    @Test
    void theHelpOfEveryCommandIsRenderedWithoutAWarningAndNamesAllExitCodes() {
        var stderr = System.err;
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            var line = Main.commandLine(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
            requireHelp(line);
            assertThat(line.getSubcommands()).hasSizeGreaterThan(10);
            line.getSubcommands().values().forEach(MainTest::requireHelp);
        } finally {
            System.setErr(stderr);
        }
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    private static void requireHelp(CommandLine line) {
        assertThat(line.getUsageMessage(CommandLine.Help.Ansi.OFF))
                .containsPattern("(?s)Exit codes:.* 0 .* 1 .* 2 .* 130 .*Ctrl-C.* 143 ");
    }

    private int run(String... args) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }
}
