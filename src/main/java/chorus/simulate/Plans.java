package chorus.simulate;

import chorus.config.Settings;
import chorus.simulate.replay.Reading;
import java.util.List;
import java.util.Map;

/** Where the plans of an experiment come from: one for each of its folds. */
public sealed interface Plans {
    /**
     * The plan of settings that agree in all but campaigns and worlds.
     *
     * @param settings at least one; a plan that ends with its campaigns goes on until those of all have ended
     */
    Plan of(List<Settings> settings);

    default Plan of(Settings settings) {
        return of(List.of(settings));
    }

    /** Drawn from the randomSeed. */
    record Simulated() implements Plans {
        @Override
        public Plan of(List<Settings> settings) {
            return SimulatedPlan.draw(settings.getFirst());
        }
    }

    /** Of real playlists; the randomSeed decides who is held out, who is in a collective, and noise. */
    record Replayed(Reading reading) implements Plans {
        @Override
        public Plan of(List<Settings> settings) {
            return ReplayPlan.of(reading, settings, Map.of());
        }
    }
}
