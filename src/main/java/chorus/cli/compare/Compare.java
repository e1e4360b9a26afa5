package chorus.cli.compare;

import chorus.bundle.compare.Comparison;
import chorus.bundle.compare.ComparisonBundle;
import chorus.bundle.page.Gallery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chorus compare}: what differs between two bundles. */
@Command(
        name = "compare",
        description = {
            "Compare two directories of results, of experiments that vary the same keys or of runs: second less first.",
            "Paired by seed where both have the seed, else as independent samples, with 95 %% t-intervals. Prints the main measures, "
                    + "of runs at the last generation that both have."
        },
        mixinStandardHelpOptions = true)
public final class Compare implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "directory of an experiment or a run")
    private Path first = Path.of("a");

    @Parameters(index = "1", paramLabel = "B", description = "another of the same kind")
    private Path second = Path.of("b");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write all measures as CSV and Parquet, overlaid figures and a report there")
    private @Nullable Path out;

    @Option(names = "--other-versions", description = "compare them even if other versions made them")
    private boolean otherVersions;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var both = Comparison.of(first, second, otherVersions);
        var differences = both.differences();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(ComparisonBundle.text(both, differences));
        terminal.flush();
        if (out != null) {
            ComparisonBundle.write(both, differences, out);
            Gallery.hindrance().ifPresent(why -> spec.commandLine().getErr().println("chorus: " + why));
        }
        return 0;
    }
}
