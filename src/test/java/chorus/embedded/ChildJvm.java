package chorus.embedded;

import chorus.chaos.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How tests start virtual machines: with their own class path, on which our classes come as one jar. The build has made it, and an archive
 * of the classes that a run loads, and one for the registry: half of what a short run costs is loading classes. Where classes
 * are newer than the jar, as while somebody works on them, all comes as it lies about.
 */
public final class ChildJvm {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CLASSES = TARGET.resolve("classes");
    private static final Path JAR = TARGET.resolve("children.jar");
    private static final Path LIST = TARGET.resolve("children.classes");
    static final Path ARCHIVE = TARGET.resolve("children.jsa");
    private static final Path REGISTRY_ARCHIVE = TARGET.resolve("registry/classes.jsa");

    private ChildJvm() {}

    /** The command line that runs {@code main}, but for its arguments. */
    public static List<String> command(List<String> options, String main) throws IOException {
        var line = new ArrayList<>(List.of(java()));
        var path = System.getProperty("java.class.path");
        if (Files.exists(ARCHIVE) && isOf(CLASSES, JAR)) {
            line.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds*=off", "-Xlog:aot*=off"));
            path = archived() + File.pathSeparator + path;
        }
        line.addAll(options);
        line.addAll(List.of("-cp", path, main));
        return line;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What the archive is of: no folders, and what comes behind does not matter to it. */
    private static String archived() {
        return Stream.concat(
                        Stream.of(JAR.toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOf(Path folder, Path made) throws IOException {
        try (var files = Files.walk(folder)) {
            var since = made.toFile().lastModified();
            return files.allMatch(file -> file.toFile().lastModified() <= since);
        }
    }

    /** Makes jar and archives, where they are not of these classes; the build calls it before the tests. */
    public static void main(String[] nothing) throws Exception {
        if (Files.exists(ARCHIVE) && Files.exists(REGISTRY_ARCHIVE) && isOf(CLASSES, JAR)) {
            return;
        }
        Files.deleteIfExists(ARCHIVE);
        Files.deleteIfExists(REGISTRY_ARCHIVE);
        jar();
        var registry = TARGET.resolve("children-registry.jsa");
        var sample = Folders.fresh(TARGET.resolve("children-sample"));
        run(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:DumpLoadedClassList=" + LIST,
                "-Dchorus.registry.archive=" + registry,
                "-cp",
                archived(),
                "chorus.cli.Main",
                "run",
                "--out",
                sample.toString(),
                "--set",
                "simulate.playlists=100",
                "--set",
                "simulate.epochs=2",
                "--set",
                "serve.port=0");
        var archive = TARGET.resolve("children-new.jsa");
        run(
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + LIST,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                archived());
        // whole or not at all
        Files.move(registry, REGISTRY_ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
        Files.move(archive, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void jar() {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var code = tool.run(
                System.out,
                System.err,
                "--create",
                "--no-compress",
                "--file",
                JAR.toString(),
                "-C",
                CLASSES.toString(),
                ".");
        if (code != 0) {
            throw new IllegalStateException("no jar of " + CLASSES);
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(java()));
        line.addAll(List.of(arguments));
        var log = TARGET.resolve("children.log");
        var code = NoOrphans.watch(new ProcessBuilder(line)
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
