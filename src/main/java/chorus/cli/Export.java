package chorus.cli;

import chorus.broker.Cluster;
import chorus.cli.frame.Asking;
import chorus.cli.frame.Console;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.verify.CountsExport;
import chorus.worlds.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus export counts}: the counts of the newest complete epoch as CSV. */
@Command(
        name = "export",
        description = {
            "Write the pair counts of the newest complete epoch as CSV, sorted by the tracks' names in the input.",
            "Columns: from_track,to_track and, for each world in the order of the settings, window_WORLD,adjacent_WORLD"
        },
        mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {
    enum Subject {
        counts
    }

    @Parameters(paramLabel = "SUBJECT", description = "one of: ${COMPLETION-CANDIDATES}")
    private Subject subject = Subject.counts;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--out", paramLabel = "FILE.csv", required = true, description = "the file to write")
    private Path file = Path.of("counts.csv");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        return switch (subject) {
            case counts -> counts();
        };
    }

    private int counts() throws Exception {
        var chosen = settings.loadBeside(data);
        var worlds = chosen.allWorlds().named().stream().map(World::name).toList();
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new ParameterException(spec.commandLine(), "--out: " + folder + " is missing or may not be written");
        }
        var terminal = Console.terminal();
        return asking.ask(settings, data, terminal, (cluster, giveUp) -> {
            var fresh = Path.of(file + ".new");
            try {
                var epoch = write(fresh, cluster, worlds, giveUp);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
                terminal.note("counts of epoch " + epoch + " in " + file);
                return 0;
            } finally {
                Files.deleteIfExists(fresh);
            }
        });
    }

    private static long write(Path fresh, Cluster cluster, List<String> worlds, BooleanSupplier giveUp)
            throws Exception {
        try (var out = Files.newBufferedWriter(fresh)) {
            return CountsExport.write(cluster, worlds, out, giveUp);
        }
    }
}
