package chorus.cli;

import chorus.config.SettingsLoader;
import chorus.events.Events;
import chorus.metrics.MeterPage;
import chorus.topology.TopologyPage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus describe}: what there is to set and to watch. */
@Command(
        name = "describe",
        description =
                "Print the settings with their defaults, the metrics, or the topology as text and as a Mermaid drawing.",
        mixinStandardHelpOptions = true)
final class Describe implements Callable<Integer> {
    enum Subject {
        topology,
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
                    case topology -> topology();
                    case settings -> SettingsLoader.reference();
                    case metrics -> MeterPage.text();
                });
        out.flush();
        return 0;
    }

    private static String topology() {
        var settings = SettingsLoader.load(Optional.empty(), List.of());
        try (var schemas = Events.connect("mock://describe", settings.kafka().prefix())) {
            return TopologyPage.page(settings, schemas);
        }
    }
}
