package chorus.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How tests start virtual machines: with their own class path, libraries first. A build has made an archive of the classes that a
 * run loads from these, and one for the registry: half of what a short run costs is loading classes.
 */
public final class ChildJvm {
    private static final Path MADE = Path.of("target", "children").toAbsolutePath();
    static final Path ARCHIVE = MADE.resolve("libraries.jsa");
    private static final Path REGISTRY_ARCHIVE =
            Path.of("target", "registry", "classes.jsa").toAbsolutePath();

    private ChildJvm() {}

    /** The command line that runs {@code main}, but for its arguments. */
    public static List<String> command(List<String> options, String main) {
        var line = new ArrayList<>(List.of(java()));
        if (Files.exists(ARCHIVE)) {
            line.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds*=off", "-Xlog:aot*=off"));
        }
        line.addAll(options);
        line.addAll(List.of("-cp", libraries() + File.pathSeparator + folders(), main));
        return line;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** No archive can be of folders, and those behind it do not invalidate one. */
    private static String libraries() {
        return classPath(true);
    }

    private static String folders() {
        return classPath(false);
    }

    private static String classPath(boolean libraries) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") == libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Makes the archives, where they are not those of this class path and virtual machine; the build calls it before the tests. */
    public static void main(String[] nothing) throws Exception {
        var of = MADE.resolve("of");
        var now = System.getProperty("java.vm.version") + "\n" + libraries();
        if (Files.exists(ARCHIVE)
                && Files.exists(REGISTRY_ARCHIVE)
                && Files.readString(of).equals(now)) {
            return;
        }
        Files.createDirectories(MADE);
        Files.deleteIfExists(ARCHIVE);
        Files.deleteIfExists(REGISTRY_ARCHIVE);
        var classes = MADE.resolve("classes");
        var archive = MADE.resolve("libraries.jsa.new");
        var registry = MADE.resolve("registry.jsa.new");
        var sample = Files.createTempDirectory(MADE, "sample");
        run(List.of(
                command(
                        List.of(
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:DumpLoadedClassList=" + classes,
                                "-Dchorus.registry.archive=" + registry),
                        "chorus.cli.Main"),
                List.of("run", "--out", sample.toString()),
                sets("simulate.playlists=100", "simulate.epochs=2", "serve.port=0")));
        run(List.of(List.of(
                java(),
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                libraries())));
        Files.writeString(of, now);
        Files.move(archive, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
        Files.move(registry, REGISTRY_ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> sets(String... settings) {
        return Arrays.stream(settings)
                .flatMap(set -> List.of("--set", set).stream())
                .toList();
    }

    private static void run(List<List<String>> line) throws IOException, InterruptedException {
        var log = MADE.resolve("log");
        var code = NoOrphans.watch(
                        new ProcessBuilder(line.stream().flatMap(List::stream).toList())
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                                .start())
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    "no archive for the processes of tests: exit code " + code + ", see " + log);
        }
    }
}
