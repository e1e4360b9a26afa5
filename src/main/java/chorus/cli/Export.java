package chorus.cli;

import chorus.cli.frame.Asking;
import chorus.cli.frame.Console;
import chorus.cli.frame.DataOption;
import chorus.cli.frame.SettingsOptions;
import chorus.verify.CountsExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chorus export counts}: the counts of the newest complete epoch as CSV. */
@Command(
        name = "export",
        description = {
            "Write the pair counts of the newest complete epoch as CSV, tracks named as in the input, sorted:",
            "from_track,to_track,window_factual,adjacent_factual,window_counterfactual,adjacent_counterfactual"
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

    @Override
    public Integer call() throws Exception {
        return switch (subject) {
            case counts -> counts();
        };
    }

    private int counts() throws Exception {
        var chosen = settings.loadBeside(data);
        var terminal = Console.terminal();
        return asking.ask(chosen, data, terminal, (cluster, giveUp) -> {
            var fresh = Path.of(file + ".new");
            try (var out = Files.newBufferedWriter(fresh)) {
                var epoch = CountsExport.write(cluster, out, giveUp);
                if (epoch.isEmpty()) {
                    terminal.note("no epoch is complete: nothing to export");
                    return 1;
                }
                terminal.note("counts of epoch " + epoch.getAsLong() + " in " + file);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        });
    }
}
