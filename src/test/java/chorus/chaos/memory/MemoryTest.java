package chorus.chaos.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.chaos.Asked;
import chorus.chaos.Folders;
import chorus.chaos.Log;
import chorus.config.SettingsText;
import chorus.embedded.Platform;
import chorus.loadtest.workload.Workload;
import chorus.run.ChorusCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Memory of {@code stream} under the paced writer of {@code load}, in the profile chaos alone. */
@Tag("chaos")
class MemoryTest {
    private static final Path WORKLOAD = Path.of("workloads", "steady.yaml");
    private static final long SAMPLE_SECONDS = 10;
    private static final double SECONDS_AN_HOUR = 3600;
    /** The first third is warm-up: caches fill, code is compiled. */
    private static final double WARM_UP = 1 / 3.0;

    /** As the launcher has it, but with the whole heap resident from the start: what grows then lies outside of it. */
    private static final List<String> OPTIONS =
            List.of("-Xms768m", "-Xmx768m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");

    private final int minutes = (int) Asked.number("chorus.memory.minutes", 30, 1);
    private final int rate = (int) Asked.number("chorus.memory.rate", 1000, 1);
    /** MB that the stores' cache and write buffers may take. */
    private final int stores = (int) Asked.number("chorus.memory.stores", 64, 16);
    /** MB by which resident memory may grow over the second half. */
    private final int bound = (int) Asked.number("chorus.memory.bound", 48, 0);

    private final Samples resident = new Samples();
    /** Without what lies in the stores' cache and write buffers, which are bounded, and fill as the state grows. */
    private final Samples beside = new Samples();

    private final Samples old = new Samples();

    @Test
    void residentMemoryDoesNotGrowUnderASteadyLoad() throws Exception {
        var directory = Folders.fresh(Path.of("target", "chaos", "memory"));
        var log = Log.in(directory);
        log.say("%d minutes of %d edits a second; samples in %s".formatted(minutes, rate, directory));
        try (var platform = Platform.open(directory.resolve("data"))) {
            var place = List.of("--bootstrap", platform.bootstrap(), "--registry", platform.registry());
            var stream = stream(directory, place);
            var load = load(directory, place);
            try {
                watch(directory, stream, load, log);
                assertThat(stream.isAlive()).as("stream still runs").isTrue();
                assertThat(load.waitFor())
                        .as("load: %s", directory.resolve("load.said"))
                        .isZero();
            } finally {
                load.destroyForcibly().waitFor();
                stream.destroyForcibly().waitFor();
            }
        }
        judge(log);
    }

    private List<String> sets() {
        return List.of(
                "rate=" + rate,
                "duration=" + minutes + "m",
                "drain=10m",
                // so that it is full before the watch begins: with more it still fills as the state grows
                "settings.stream.rocksdbMemory=" + ((long) stores << 20),
                "settings.kafka.prefix=memory-",
                "settings.serve.port=0");
    }

    private Process stream(Path directory, List<String> place) throws IOException {
        var settings = directory.resolve("settings.yaml");
        Files.writeString(
                settings, SettingsText.of(Workload.load(WORKLOAD, sets()).settings()), UTF_8);
        var command = new ArrayList<>(List.of(
                "stream",
                "--settings",
                settings.toString(),
                "--out",
                directory.resolve("stream").toString()));
        command.addAll(place);
        return ChorusCommand.start(directory.resolve("stream.said"), OPTIONS, command);
    }

    private Process load(Path directory, List<String> place) throws IOException {
        var command = new ArrayList<>(List.of(
                "load",
                WORKLOAD.toString(),
                "--no-stream",
                "--out",
                directory.resolve("load").toString()));
        sets().forEach(set -> command.addAll(List.of("--set", set)));
        command.addAll(place);
        return ChorusCommand.start(directory.resolve("load.said"), List.of(), command);
    }

    /** Takes samples until the load has come to its end. */
    private void watch(Path directory, Process stream, Process load, Log log) throws Exception {
        var memory = new Memory(stream.pid());
        var began = System.nanoTime();
        while (!load.waitFor(SAMPLE_SECONDS, TimeUnit.SECONDS) && stream.isAlive()) {
            var hours = (System.nanoTime() - began) / 1e9 / SECONDS_AN_HOUR;
            resident.add(hours, memory.resident());
            var cache = Memory.cache(Files.readString(directory.resolve("stream.said"), UTF_8));
            cache.ifPresent(filled -> beside.add(hours, resident.last() - filled));
            var told = memory.oldGeneration();
            told.ifPresent(value -> old.add(hours, value));
            log.say("%.1f min: resident %.1f MB, stores' cache %s, old generation %s"
                    .formatted(
                            hours * 60,
                            resident.last(),
                            cache.isPresent() ? "%.1f MB".formatted(cache.getAsDouble()) : "not told",
                            told.isPresent() ? "%.1f MB".formatted(told.getAsDouble()) : "not told"));
        }
    }

    private void judge(Log log) {
        assertThat(resident.count()).as("samples").isGreaterThan(2);
        var settled = resident.after(WARM_UP);
        var later = resident.after(0.5);
        log.say("resident memory after warm-up: slope %+.1f MB an hour over %d samples, %.1f MB at the end"
                .formatted(settled.slope(), settled.count(), settled.last()));
        log.say("least of the old generation: %.1f MB in all, %.1f MB in the second half"
                .formatted(old.least(), old.after(0.5).least()));
        if (beside.count() > 2) {
            log.say(
                    "the same without the stores' cache: %+.1f MB over the second half, slope after warm-up %+.1f MB an hour"
                            .formatted(
                                    beside.after(0.5).rise(),
                                    beside.after(WARM_UP).slope()));
        }
        log.say("resident memory's growth over the second half: %+.1f MB; bound %d MB".formatted(later.rise(), bound));
        assertThat(later.rise())
                .as("MB that resident memory grew by over the second half")
                .isLessThanOrEqualTo(bound);
    }
}
