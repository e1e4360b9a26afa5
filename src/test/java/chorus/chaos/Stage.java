package chorus.chaos;

import chorus.chaos.killed.Killable;
import chorus.chaos.killed.Part;
import chorus.chaos.killed.ThreeBrokers;
import chorus.run.KeptRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of a round. The first one, the head, keeps the run's files and ends with the last epoch; it has broker and
 * registry where these are embedded.
 */
final class Stage implements AutoCloseable {
    private static final int EACH = 2;

    private final Path directory;
    private final List<String> sets;
    private final Optional<ThreeBrokers> cluster;
    private final Part head;
    private final Ground ground;
    private final List<Part> streams = new ArrayList<>();
    private final List<Part> writers = new ArrayList<>();

    /** Who was killed at once. */
    record Struck(Victim victim, List<Killable> all) {
        String told() {
            return all.size() == 1 ? all.getFirst().name() : "everything";
        }
    }

    private Stage(Mode mode, Path directory, List<String> settings, Optional<ThreeBrokers> cluster) {
        this.directory = directory;
        this.sets = settings.stream().flatMap(set -> Stream.of("--set", set)).toList();
        this.cluster = cluster;
        var command = mode == Mode.RUN ? "run" : "train";
        this.head = part(
                command,
                command,
                cluster.map(three -> new Ground.Own(three).place().orElseThrow().options())
                        .orElse(List.of()));
        this.ground =
                cluster.<Ground>map(Ground.Own::new).orElseGet(() -> new Ground.Embedded(head, out().resolve("data")));
    }

    /**
     * Starts all of them.
     *
     * @param directory absolute, fresh
     * @param settings as {@code --set} takes them, the same for all
     */
    static Stage start(Mode mode, Path directory, List<String> settings) throws Exception {
        var cluster =
                mode == Mode.CLUSTER ? Optional.of(ThreeBrokers.start(directory)) : Optional.<ThreeBrokers>empty();
        var stage = new Stage(mode, directory, settings, cluster);
        try {
            stage.head.startAgain();
            if (mode != Mode.RUN) {
                stage.startParts();
            }
            return stage;
        } catch (Exception | AssertionError failed) {
            stage.close();
            throw failed;
        }
    }

    private void startParts() throws Exception {
        ground.awaitServing();
        var place = ground.place();
        if (place.isEmpty()) {
            throw new Failed(head.name() + " has ended before broker and registry served: " + head.lastLine());
        }
        for (var n = 0; n < EACH; n++) {
            var writer = new ArrayList<>(List.of("--writer", Integer.toString(n)));
            writer.addAll(place.get().options());
            streams.add(part("stream-" + n, "stream", place.get().options()));
            writers.add(part("simulate-" + n, "simulate", writer));
        }
        for (var part : others()) {
            part.startAgain();
        }
    }

    private Part part(String name, String command, List<String> options) {
        var line = new ArrayList<>(
                List.of(command, "--out", directory.resolve(name).toString()));
        line.addAll(options);
        line.addAll(sets);
        return new Part(name, directory.resolve(name + ".said"), line);
    }

    Ground ground() {
        return ground;
    }

    Part head() {
        return head;
    }

    private List<Part> others() {
        return Stream.concat(streams.stream(), writers.stream()).toList();
    }

    List<Part> parts() {
        return Stream.concat(Stream.of(head), others().stream()).toList();
    }

    /** Whether a part has come to its end and is not to be started again. */
    boolean isDone(Part part) {
        return part.isDone() && !streams.contains(part);
    }

    /** The run's directory. */
    Path out() {
        return directory.resolve(head.name());
    }

    /** Generations in the run's files so far. */
    long generations() {
        return KeptRun.generations(out());
    }

    /** The options by which another command asks something of this run while it goes on. */
    List<String> reach() {
        return Stream.concat(ground.place().stream().flatMap(place -> place.options().stream()), sets.stream())
                .toList();
    }

    /** The same after its end. */
    List<String> reachAfterwards() {
        return ground.reachAfterwards(sets);
    }

    /** Kills the victim, or the head where none of those meant runs; returns when the struck have ended. */
    Struck strike(Victim victim, double pick) throws InterruptedException {
        var struck = victims(victim, pick);
        struck.all().forEach(Killable::kill);
        for (var each : struck.all()) {
            each.awaitEnd();
        }
        return struck;
    }

    private Struck victims(Victim victim, double pick) {
        List<Killable> all =
                switch (victim) {
                    case RUN, TRAINER -> List.of(head);
                    case STREAM -> one(streams, pick);
                    case WRITER -> one(writers, pick);
                    case REGISTRY -> one(List.of(ground.registry()), pick);
                    case BROKER -> one(ground.brokers(), pick);
                    case EVERYTHING -> everything();
                };
        return all.isEmpty()
                ? new Struck(writers.isEmpty() ? Victim.RUN : Victim.TRAINER, List.of(head))
                : new Struck(victim, all);
    }

    private static List<Killable> one(List<? extends Killable> many, double pick) {
        var alive = many.stream().filter(Killable::isAlive).toList();
        return alive.isEmpty() ? List.of() : List.of(alive.get((int) (pick * alive.size())));
    }

    /** Whoever others depend on comes first. */
    private List<Killable> everything() {
        var all = new ArrayList<Killable>(ground.brokers());
        all.add(ground.registry());
        all.addAll(parts());
        return all.stream().filter(Killable::isAlive).toList();
    }

    /** Starts the struck again; parts follow when what they stand on serves. */
    void startAgain(Struck struck) throws IOException {
        var down = struck.all().stream().filter(each -> !each.isAlive()).toList();
        var parts = down.stream().filter(parts()::contains).toList();
        for (var each : down) {
            if (!parts.contains(each)) {
                each.startAgain();
            }
        }
        if (parts.size() < down.size() && !parts.isEmpty()) {
            ground.awaitServing();
        }
        for (var each : parts) {
            each.startAgain();
            if (each.equals(head) && parts.size() > 1) {
                ground.awaitServing();
            }
        }
    }

    /** Tells all parts to end in order, once the head has come to its end. */
    void end(Duration patience) throws Exception {
        others().forEach(Part::tellToEnd);
        for (var part : others()) {
            if (!part.endsWithin(patience)) {
                throw new Failed(part.name() + " does not end within " + patience.toSeconds() + " s of SIGTERM");
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        parts().forEach(Part::killWithAllBelow);
        for (var part : parts()) {
            part.awaitEnd();
        }
        if (cluster.isPresent()) {
            cluster.get().close();
        }
    }
}
