package chorus.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The registry's operating-system process: its command line, and how one that was left over is found and ended. */
final class RegistryProcess {
    private static final long SECONDS_TO_END = 5;
    /**
     * Runs its arguments as a child that the terminal's Ctrl-C does not reach, notes the child's process id, and ends the
     * child when standard input ends.
     */
    private static final String KEEPER = """
            trap '' INT HUP
            pid_file=$1; shift
            exec 3<&0 </dev/null
            "$@" 3<&- &
            registry=$!
            echo "$registry" >"$pid_file"
            {
              read -r _ <&3
              kill "$registry"
              for tenth in 0 1 2 3 4 5 6 7 8 9; do for step in 0 1 2 3 4 5; do
                kill -0 "$registry" || exit
                sleep 0.1
              done; done
              kill -9 "$registry"
            } 2>/dev/null &
            watcher=$!
            wait "$registry"
            status=$?
            kill "$watcher" 2>/dev/null
            rm -f "$pid_file"
            exit "$status"
            """;

    private RegistryProcess() {}

    static List<String> command(Path directory, int port, int managementPort) {
        var command = new ArrayList<>(
                List.of("/bin/sh", "-c", KEEPER, "registry", pidFile(directory).toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
                "-jar",
                jar().toString()));
        return command;
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
    private static Path jar() {
        try {
            var code = Path.of(RegistryProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var folder = System.getProperty(
                    "chorus.registry", code.resolveSibling("registry").toString());
            var jar = Path.of(folder, "quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new PlatformFailure(jar + " is missing: the build unpacks the schema registry there");
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
