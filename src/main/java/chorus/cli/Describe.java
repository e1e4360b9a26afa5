package chorus.cli;

import chorus.config.SettingsLoader;
import chorus.metrics.MeterPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus describe}: what there is to set and to watch. */
@Command(
        name = "describe",
        description = "Print the settings with their defaults, or the metrics.",
        mixinStandardHelpOptions = true)
final class Describe implements Callable<Integer> {
    enum Subject {
        settings,
        metrics
    }

    @Parameters(paramLabel = "SUBJECT", description = "one of: ${COMPLETION-CANDIDATES}")
    private Subject subject = Subject.settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(
                switch (subject) {
                    case settings -> SettingsLoader.reference();
                    case metrics -> MeterPage.text();
                });
        out.flush();
        return 0;
    }
}
