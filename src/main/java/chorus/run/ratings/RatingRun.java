package chorus.run.ratings;

import chorus.run.Site;
import chorus.run.Stop;
import chorus.run.whole.Together;
import chorus.run.whole.Together.Part;
import chorus.topology.StreamsApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Writers, stream and platform in one process, until the last round is published. A failure of any part stops all. */
public record RatingRun(Site site, Path stores, RoundWatch watch) {
    /**
     * Runs to the end, or until a stop is asked for.
     *
     * @param started told of the stream
     * @return whether the last round was published before any stop
     */
    public boolean run(Stop stop, Consumer<StreamsApp> started) throws InterruptedException {
        try (var stream = new RatingStream(site, stores).start()) {
            started.accept(stream);
            var here = RatingSite.of(site);
            var parts = new ArrayList<Part>();
            for (var writer = 0; writer < here.rules().writers(); writer++) {
                var number = writer;
                parts.add(() -> new RatingWriter(here, number, stop).write());
            }
            parts.add(() -> new RatingTrainer(here, watch, stop).train());
            return new Together(site, stream).run(parts, stop);
        }
    }
}
