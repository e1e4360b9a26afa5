package chorus.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry's operating-system process: its command line, and how one that was left over is found and ended. */
final class RegistryProcess {
    private static final String ARCHIVE_TO_MAKE = "chorus.registry.archive";

    private static final long SECONDS_TO_END = 5;
    /**
     * Runs its arguments as a child that the terminal's Ctrl-C does not reach, notes the child's process id, and ends the
     * child when standard input ends.
     */
    private static final String KEEPER = """
            trap '' INT HUP
            pid_file=$1; tenths=$2; shift 2
            exec 3<&0 </dev/null
            "$@" 3<&- &
            registry=$!
            echo "$registry" >"$pid_file"
            {
              read -r _ <&3
              kill "$registry"
              while [ "$tenths" -gt 0 ]; do
                kill -0 "$registry" || exit
                sleep 0.1
                tenths=$((tenths - 1))
              done
              kill -9 "$registry"
            } 2>/dev/null &
            watcher=$!
            wait "$registry"
            status=$?
            kill "$watcher" 2>/dev/null
            rm -f "$pid_file"
            exit "$status"
            """;

    /** To end in, before it is killed: in order, or after it has written its archive. */
    private static final int SECONDS_IN_ORDER = 6;

    private static final int SECONDS_TO_ARCHIVE = 180;

    private RegistryProcess() {}

    /** How long the child may take to end once it is told to; then its keeper kills it. */
    static int secondsToEnd() {
        return System.getProperty(ARCHIVE_TO_MAKE) == null ? SECONDS_IN_ORDER : SECONDS_TO_ARCHIVE;
    }

    static List<String> command(Path directory, int port, int managementPort) {
        var command = new ArrayList<>(
                List.of("/bin/sh", "-c", KEEPER, "registry", pidFile(directory).toString(), secondsToEnd() + "0"));
        var folder = folder();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(archive(folder));
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                storage(directory),
                // what the server's own starter would set; its class loader is left out, for no archive serves that
                // well
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(folder),
                "io.quarkus.runner.GeneratedMain"));
        return command;
    }

    /** Generated and transformed classes go before those that they replace. */
    private static String classPath(Path folder) {
        return Stream.of(
                        "quarkus/generated-bytecode.jar",
                        "quarkus/transformed-bytecode.jar",
                        "app/*",
                        "lib/boot/*",
                        "lib/main/*")
                .map(jars -> folder + File.separator + jars)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * An archive of the classes that a start takes, where the launcher has had one made; the property chorus.registry.archive
     * names the file to make. One that does not fit costs only speed.
     */
    private static List<String> archive(Path folder) {
        var made = System.getProperty(ARCHIVE_TO_MAKE);
        if (made != null) {
            return List.of("-Xlog:all=off", "-XX:ArchiveClassesAtExit=" + made);
        }
        var file = folder.resolve("classes.jsa");
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off", "-Xlog:aot*=off")
                : List.of();
    }

    /** Ends the registry that an earlier process left on this directory, if its process id still names it. */
    static void endLeftOver(Path directory) throws IOException {
        var file = pidFile(directory);
        if (!Files.exists(file)) {
            return;
        }
        var noted = Files.readString(file).strip();
        if (noted.matches("[0-9]{1,18}")) {
            ProcessHandle.of(Long.parseLong(noted))
                    .filter(process -> serves(process, directory))
                    .ifPresent(RegistryProcess::end);
        }
        Files.deleteIfExists(file);
    }

    private static boolean serves(ProcessHandle process, Path directory) {
        return List.of(process.info().arguments().orElse(new String[0])).contains(storage(directory));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("interrupted", e);
        }
    }

    private static String storage(Path directory) {
        return "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("schemas");
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("pid");
    }

    /** The registry's server stands beside the classes or their jar; the property chorus.registry names another folder. */
    private static Path folder() {
        try {
            var code = Path.of(RegistryProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var folder = Path.of(System.getProperty(
                    "chorus.registry", code.resolveSibling("registry").toString()));
            var generated = folder.resolve("quarkus/generated-bytecode.jar");
            if (!Files.exists(generated)) {
                throw new PlatformFailure(generated + " is missing: the build unpacks the schema registry there");
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
