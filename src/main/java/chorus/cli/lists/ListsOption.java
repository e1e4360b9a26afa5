package chorus.cli.lists;

import chorus.bundle.TestFiles;
import chorus.experiment.sweep.KeptLists;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --lists}: whether what is recommended for each test playlist is kept. */
public final class ListsOption {
    @Option(
            names = "--lists",
            description =
                    "keep what is recommended for each test playlist, how each fares, and what the tracks are, in "
                            + "lists/<generation>; some 3 kB a test, world and recommender, twice, at every generation, and several times that of "
                            + "memory while they are written (CHORUS_JAVA_OPTS=-Xmx8g)")
    private boolean wanted;

    /** @param out directory of the run's files */
    public KeptLists in(Path out) {
        return wanted ? TestFiles.in(out.resolve("lists")) : KeptLists.nowhere();
    }
}
