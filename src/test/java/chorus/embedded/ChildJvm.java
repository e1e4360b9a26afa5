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
import java.util.concurrent.TimeUnit;
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
    private static final Path LOG = TARGET.resolve("children.log");
    /** Says what the archive is of. */
    private static final Path OF = TARGET.resolve("children.of");

    static final Path ARCHIVE = TARGET.resolve("children.jsa");
    private static final Path REGISTRY_ARCHIVE = TARGET.resolve("registry/classes.jsa");

    /** The longest that a sample or an archive may take. */
    private static final int MINUTES = 5;

    private ChildJvm() {}

    /** The command line that runs {@code main}, but for its arguments. */
    public static List<String> command(List<String> options, String main) throws IOException {
        var line = new ArrayList<>(List.of(java()));
        var path = System.getProperty("java.class.path");
        if (isThere()) {
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
        var libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"));
        return Stream.concat(Stream.of(JAR.toString()), libraries).collect(Collectors.joining(File.pathSeparator));
    }

    private static String of() {
        return System.getProperty("java.vm.version") + "\n" + archived();
    }

    static boolean isThere() throws IOException {
        return Files.exists(ARCHIVE) && Files.exists(OF) && Files.readString(OF).equals(of()) && isOfTheClasses(JAR);
    }

    private static boolean isOfTheClasses(Path jar) throws IOException {
        var made = jar.toFile().lastModified();
        try (var files = Files.walk(CLASSES)) {
            return files.allMatch(file -> file.toFile().lastModified() <= made);
        }
    }

    /**
     * Makes jar and archives where they are not of these classes; the build calls it before the tests. A virtual machine that
     * can make none goes without, and tests take longer.
     */
    public static void main(String[] nothing) throws Exception {
        if (isThere() && Files.exists(REGISTRY_ARCHIVE)) {
            return;
        }
        Files.deleteIfExists(ARCHIVE);
        Files.deleteIfExists(REGISTRY_ARCHIVE);
        Files.deleteIfExists(beside(ARCHIVE));
        Files.deleteIfExists(beside(REGISTRY_ARCHIVE));
        if (jar() && sample() && archive()) {
            Files.writeString(OF, of());
            whole(REGISTRY_ARCHIVE);
            whole(ARCHIVE);
        } else {
            System.err.println("tests start processes without an archive of classes; why is above or in " + LOG);
        }
    }

    /** There whole or not at all. */
    private static void whole(Path archive) throws IOException {
        if (Files.exists(beside(archive))) {
            Files.move(beside(archive), archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path beside(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".new");
    }

    private static boolean jar() {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var arguments = List.of("--create", "--no-compress", "--file", JAR.toString(), "-C", CLASSES.toString(), ".");
        return tool.run(System.out, System.err, arguments.toArray(String[]::new)) == 0;
    }

    /** A small run shows which classes one loads. */
    private static boolean sample() throws IOException, InterruptedException {
        return run(Stream.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:DumpLoadedClassList=" + LIST,
                "-Dchorus.registry.archive=" + beside(REGISTRY_ARCHIVE),
                "-cp",
                archived(),
                "chorus.cli.Main",
                "run",
                "--out",
                Folders.fresh(TARGET.resolve("children-sample")).toString(),
                "--set",
                "simulate.playlists=100",
                "--set",
                "simulate.epochs=2",
                "--set",
                "serve.port=0"));
    }

    private static boolean archive() throws IOException, InterruptedException {
        return run(Stream.of(
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + LIST,
                "-XX:SharedArchiveFile=" + beside(ARCHIVE),
                "-cp",
                archived()));
    }

    private static boolean run(Stream<String> arguments) throws IOException, InterruptedException {
        var line = Stream.concat(Stream.of(java()), arguments).toList();
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(LOG.toFile()))
                .start();
        if (!NoOrphans.watch(process).waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
