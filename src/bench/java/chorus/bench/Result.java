package chorus.bench;

import chorus.bench.contender.Counts;
import chorus.bench.contender.Job;
import chorus.bench.contender.Measured;
import chorus.bench.ground.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a comparison found.
 *
 * @param contenders in the order in which they ran
 */
record Result(Conditions conditions, Map<String, Row> contenders) {
    /**
     * Under which conditions.
     *
     * @param worlds by name, in the order of their bits
     * @param edits of the recording
     * @param pairUpdates that they cause; 0 where no contender told
     */
    record Conditions(
            Job job,
            List<String> worlds,
            long edits,
            int repeats,
            long randomSeed,
            long pairUpdates,
            Optional<Counts> counts,
            Map<String, Object> machine,
            List<String> overrides) {
        String counted() {
            return job.title(worlds.size());
        }
    }

    /**
     * One contender.
     *
     * @param edits of its recording, fewer than the others' where asked for
     * @param checked whether its counts were held against the heap limit's, and were equal
     */
    record Row(String name, long edits, long pairUpdates, boolean checked, Map<String, String> settings, Runs runs) {
        Spread seconds() {
            return Spread.of(runs.counted().stream().map(Measured::seconds).toList());
        }

        Spread editsPerSecond() {
            return Spread.of(
                    runs.counted().stream().map(run -> edits / run.seconds()).toList());
        }

        Spread pairUpdatesPerSecond() {
            return Spread.of(runs.counted().stream()
                    .map(run -> pairUpdates / run.seconds())
                    .toList());
        }

        /** Medians of the further figures. */
        Map<String, Double> figures() {
            var medians = new LinkedHashMap<String, Double>();
            runs.counted().getFirst().figures().keySet().stream()
                    .sorted()
                    .forEach(name -> medians.put(
                            name,
                            Spread.of(runs.counted().stream()
                                            .map(run -> run.figures().getOrDefault(name, 0.0))
                                            .toList())
                                    .median()));
            return medians;
        }
    }

    /** Chorus's rate as a multiple of another contender's; empty where one of them did not run. */
    Optional<Double> ratio(String contender) {
        var chorus = contenders.get("chorus");
        var other = contenders.get(contender);
        return chorus == null || other == null
                ? Optional.empty()
                : Optional.of(chorus.editsPerSecond().median()
                        / other.editsPerSecond().median());
    }
}
