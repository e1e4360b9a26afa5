package chorus.cli.frame;

import chorus.config.Settings;
import chorus.config.course.Rules;
import chorus.events.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a command is given the data of a run that it asks something of. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data directory of the run, with its broker and registry; default: runs/<name>/data")
    private @Nullable Path data;

    public Path of(Settings settings) {
        return data == null ? Path.of("runs", settings.name(), "data") : data;
    }

    /**
     * Refuses a directory that holds no broker's records, before anything is made there.
     *
     * @throws NoRun where there is none
     */
    public void requireRun(Settings settings) {
        if (settings.kafka().embedded() && !Files.isDirectory(of(settings).resolve("broker"))) {
            throw new NoRun(of(settings) + ": there is no run here; --data must name the data directory of one, "
                    + "by default runs/<name>/data");
        }
    }

    /**
     * Refuses a run that was begun by the rules of another version: a recount would follow other ones.
     *
     * @throws Rules.OtherRules where it was
     */
    public void requireSameRules(Settings settings) {
        Rules.requireSame(of(settings));
    }

    /** Of which simulation the run is, by name. */
    public String simulation(Settings settings) {
        return PlaceOptions.simulation(of(settings));
    }

    /**
     * Refuses the data of a run of another simulation.
     *
     * @throws NoRun where they are such
     */
    void requireSimulation(Settings settings, Simulation simulation) {
        var there = simulation(settings);
        if (!there.equals(simulation.name())) {
            throw new NoRun(of(settings) + " holds a run of " + there + ", not of " + simulation.name()
                    + (there.equals(Simulation.PLAYLISTS.name())
                            ? ""
                            : ": `chorus " + there + " --help` tells what can be asked of it"));
        }
    }

    /** What was to be asked of a run is asked of a place without one. */
    public static final class NoRun extends RuntimeException {
        NoRun(String message) {
            super(message);
        }
    }

    /** The settings that the run was started with, where its data directory holds them. */
    Optional<Path> kept() {
        return Optional.ofNullable(data)
                .map(directory -> directory.resolve("settings.yaml"))
                .filter(Files::exists);
    }
}
