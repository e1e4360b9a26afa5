package chorus.cli.frame;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.SettingsText;
import chorus.config.course.Course;
import chorus.config.course.Rules;
import chorus.events.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command is given its place on disk. */
public final class PlaceOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "directory of the run's files; default: runs/<name>")
    private @Nullable Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "directory of the embedded broker, registry and stores; default: <out>/data")
    private @Nullable Path data;

    /** What of the simulations a run is. */
    private static final String SIMULATION = "simulation";

    /** Where a run lies. */
    public record Place(Path out, Path data) {
        public Path stores() {
            return data.resolve("stores");
        }

        /** The settings that the run was started with; what is asked of the same data later needs them. */
        public Path settings() {
            return data.resolve("settings.yaml");
        }

        /** Writes the settings beside the data, for whoever asks something of it later. */
        public void keep(Settings settings, Simulation simulation) {
            try {
                Files.createDirectories(data);
                Rules.keep(data);
                Files.writeString(data.resolve(SIMULATION), simulation.name() + "\n");
                Files.writeString(settings(), SettingsText.of(settings));
            } catch (IOException e) {
                throw new UncheckedIOException(data + " cannot be written", e);
            }
        }

        /**
         * Checks the settings of an earlier run in this place to be the same as far as they decide its course; it may be given
         * more epochs.
         *
         * @throws PlaceTaken where they differ
         * @throws Rules.OtherRules where the run was begun by those of another version
         */
        public void requireSameCourse(Settings settings, Simulation simulation) {
            Rules.requireSame(data);
            if (Files.exists(settings())) {
                requireSame(simulation);
                Course.apart(earlier(), settings, deciding(simulation)).ifPresent(differences -> {
                    throw new PlaceTaken(data + " holds a run with other settings: " + differences + " (all of them: "
                            + settings() + "); name another --out, or go on with those settings");
                });
            }
        }

        private static List<String> deciding(Simulation simulation) {
            return simulation.equals(Simulation.PLAYLISTS) ? Course.OF_PLAYLISTS : Course.OF_RATINGS;
        }

        private void requireSame(Simulation simulation) {
            var there = simulation(data);
            if (!there.equals(simulation.name())) {
                throw new PlaceTaken(
                        data + " holds a run of " + there + ", not of " + simulation.name() + "; name another --out");
            }
        }

        private Settings earlier() {
            return SettingsLoader.load(Optional.of(settings()), List.of());
        }
    }

    /** Of which simulation a run's data are, by name; runs of before there were two did not write it down. */
    static String simulation(Path data) {
        var file = data.resolve(SIMULATION);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : Simulation.PLAYLISTS.name();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The place holds something that must not be overwritten. */
    public static final class PlaceTaken extends RuntimeException {
        PlaceTaken(String message) {
            super(message);
        }
    }

    public Place of(Settings settings) {
        return place(out == null ? Path.of("runs", settings.name()) : out);
    }

    /** The same, but beside an earlier run that is complete: a second one goes to runs/name-2 and so on. */
    public Place fresh(Settings settings) {
        if (out != null || data != null) {
            return of(settings);
        }
        var free = Path.of("runs", settings.name());
        for (var n = 2; Files.exists(free.resolve("summary.json")); n++) {
            free = Path.of("runs", settings.name() + "-" + n);
        }
        return place(free);
    }

    /** A place where nothing has run before, for what needs a log of its own: runs/name, else runs/name-2 and so on. */
    public Place fresh(String name) {
        if (out != null || data != null) {
            return place(out == null ? Path.of("runs", name) : out);
        }
        var free = Path.of("runs", name);
        for (var n = 2; Files.exists(free); n++) {
            free = Path.of("runs", name + "-" + n);
        }
        return place(free);
    }

    /** The directory that was named, else the one we are in. */
    public Path directory() {
        return out == null ? Path.of("") : out;
    }

    private Place place(Path directory) {
        return new Place(directory, data == null ? directory.resolve("data") : data);
    }
}
