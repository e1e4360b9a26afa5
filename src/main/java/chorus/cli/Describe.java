package chorus.cli;

import chorus.cli.describe.DescribeCollective;
import chorus.cli.describe.DescribeData;
import chorus.cli.json.Answers;
import chorus.cli.json.JsonOption;
import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.course.Leaves;
import chorus.events.Events;
import chorus.metrics.MeterPage;
import chorus.topology.TopologyNodes;
import chorus.topology.TopologyPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus describe}: what there is to set and to watch. */
@Command(
        name = "describe",
        description =
                "Print the settings with their defaults, the metrics, or the topology as text and as a Mermaid drawing.",
        subcommands = {DescribeCollective.class, DescribeData.class},
        mixinStandardHelpOptions = true)
final class Describe implements Callable<Integer> {
    enum Subject {
        topology,
        settings,
        metrics
    }

    /** Not for picocli to require, as it would for the commands below too. */
    @Parameters(
            paramLabel = "SUBJECT",
            arity = "0..1",
            description = "one of: ${COMPLETION-CANDIDATES}; or the command collective or data")
    private @Nullable Subject subject;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        if (subject == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'SUBJECT'");
        }
        if (json.asked()) {
            json.print("chorus-describe/1", tree(subject));
            return 0;
        }
        var out = spec.commandLine().getOut();
        out.print(
                switch (subject) {
                    case topology -> described(TopologyPage::page);
                    case settings -> SettingsLoader.reference();
                    case metrics -> MeterPage.text();
                });
        out.flush();
        return 0;
    }

    private static Map<String, Object> tree(Subject subject) {
        return switch (subject) {
            case topology -> Answers.topology(described(TopologyNodes::of));
            case settings -> Answers.settings(Leaves.of(defaults()));
            case metrics -> Answers.meters();
        };
    }

    private static <T> T described(BiFunction<Settings, Events, T> how) {
        var settings = defaults();
        try (var schemas = Events.connect("mock://describe", settings.kafka().prefix())) {
            return how.apply(settings, schemas);
        }
    }

    private static Settings defaults() {
        return SettingsLoader.load(Optional.empty(), List.of());
    }
}
