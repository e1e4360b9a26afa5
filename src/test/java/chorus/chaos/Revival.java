package chorus.chaos;

import chorus.chaos.killed.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Starts again what has ended by itself before its time, as a person would who sees its line on the terminal. */
final class Revival {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TO_END = Duration.ofMinutes(1);
    private static final int MOST = 60;

    private final Stage stage;
    private final Consumer<String> say;
    private final Map<String, Long> ended = new HashMap<>();
    private int count;

    Revival(Stage stage, Consumer<String> say) {
        this.stage = stage;
        this.say = say;
    }

    /** How often a part has ended by itself. */
    int count() {
        return count;
    }

    /** @throws Failed where parts end again and again */
    void look() throws Failed, IOException, InterruptedException {
        for (var part : stage.parts()) {
            if (!part.isAlive() && !stage.isDone(part)) {
                treat(part);
            }
        }
    }

    private void treat(Part part) throws Failed, IOException, InterruptedException {
        var at = ended.get(part.name());
        if (at == null) {
            ended.put(part.name(), System.nanoTime());
            say.accept("  " + part.name() + " has ended by itself, exit code "
                    + part.exitCode().orElse(-1) + ": " + part.lastLine());
            if (++count > MOST) {
                throw new Failed("parts end again and again, " + part.name() + " last: " + part.lastLine());
            }
            giveRegistry(part);
        } else if (System.nanoTime() - at > PAUSE.toNanos()) {
            ended.remove(part.name());
            part.startAgain();
        }
    }

    /** Who has a dead registry as its child is started again by hand, when others miss it. */
    private void giveRegistry(Part missing) throws IOException, InterruptedException {
        var head = stage.head();
        if (stage.ground() instanceof Ground.Embedded embedded
                && !missing.equals(head)
                && head.isAlive()
                && embedded.hasServed()
                && !embedded.registry().isAlive()) {
            say.accept("  " + head.name() + " is started again for its registry");
            head.tellToEnd();
            if (!head.endsWithin(TO_END)) {
                head.kill();
                head.awaitEnd();
            }
            head.startAgain();
            embedded.awaitServing();
        }
    }
}
