package chorus.run.whole;

import chorus.run.LoggedPlan;
import chorus.run.Pace;
import chorus.run.Site;
import chorus.run.Stop;
import chorus.run.StreamRun;
import chorus.run.TrainerRun;
import chorus.run.WriterRun;
import chorus.run.whole.Together.Part;
import chorus.simulate.Plan;
import chorus.topology.StreamsApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Writers, stream and trainer in one process, until the plan is written and its last epoch's generation is published. A failure
 * of any part stops all.
 */
public record WholeRun(Site site, Plan plan, Path stores, Pace pace) {

    /**
     * Runs to the end, or until a stop is asked for.
     *
     * @param started told of the stream
     * @return whether everything was written and the last generation published before any stop
     */
    public boolean run(Stop stop, Consumer<StreamsApp> started) throws InterruptedException {
        var writers = site.settings().simulate().writers();
        var left = new AtomicInteger(writers);
        // the stores are restored while the log is read
        try (var stream = new StreamRun(site, stores).start()) {
            started.accept(stream);
            var logged = LoggedPlan.in(site, plan);
            var parts = new ArrayList<Part>();
            for (var writer = 0; writer < writers; writer++) {
                var number = writer;
                parts.add(() -> {
                    new WriterRun(site, logged, pace).write(number, stop);
                    left.decrementAndGet();
                });
            }
            var last = site.settings().epochs().by().last(logged.lastEpoch());
            parts.add(() -> TrainerRun.marking(site, logged::standpoint).train(last, () -> left.get() == 0, stop));
            return new Together(site, stream).run(parts, stop);
        }
    }
}
