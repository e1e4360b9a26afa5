package chorus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a test needs of its machine: without it a test is left out, save in continuous integration, where it goes on and so fails.
 * {@code .ci/run} installs what is named here.
 */
public final class Needed {
    private Needed() {}

    /** Programs on the path. */
    public static void programs(String... names) {
        for (var name : names) {
            that(program(name).isPresent(), name + " is not installed");
        }
    }

    /** Whatever else there must be, and in words that it is not. */
    public static void that(boolean there, String absent) {
        that(there, absent, inContinuousIntegration());
    }

    static void that(boolean there, String absent, boolean required) {
        assumeTrue(there || required, absent);
    }

    /** Files below a folder that a machine has or has not: only where it has the folder they are missed. */
    public static void files(Path files, Path folder) {
        that(Files.exists(files), files + " is absent", inContinuousIntegration() && Files.exists(folder));
    }

    /** Where a program lies. */
    public static Optional<Path> program(String name) {
        return program(name, System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Path> program(String name, String path) {
        return Arrays.stream(path.split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static boolean inContinuousIntegration() {
        return "true".equals(System.getenv("CI"));
    }
}
