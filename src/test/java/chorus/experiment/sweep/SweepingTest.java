package chorus.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chorus.config.SettingsLoader;
import chorus.config.Sweep;
import chorus.experiment.Experiment;
import chorus.rows.results.EvaluationRow;
import chorus.simulate.Plans;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.replay.Reading;
import chorus.simulate.replay.Reading.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variants that are worlds beside one twin come to what each comes to alone, from the start. */
class SweepingTest {
    @TempDir
    Path folder;

    @Test
    void aSweepOverWorldsIsOneOverRuns() throws Exception {
        var sweep = sweep("""
                simulate: {playlists: 300, epochs: 4, changePerEpoch: 0.05}
                evaluate: {testShare: 0.2}
                campaigns:
                  - {name: lift, strategy: DirLoF, alpha: 0.05, start: 1, join: [0.5, 1]}
                  - {name: other, strategy: Random, budget: 5, start: 2, hold: 1, leave: [0]}
                worlds: [{name: twin}, {name: both, campaigns: [lift, other]}, {name: lift, campaigns: [lift]}]
                sweep:
                  "campaigns[0].strategy": [DirLoF, InClust, Random, AtTheEnd]
                  "campaigns[0].alpha": [0.02, 0.05, 0.1]
                  recommend.rareBound: [1, 2]
                  randomSeed: [1, 2]
                """);
        // 12 variants of two worlds each: more than 16, so that there are several batches
        var told = new ArrayList<Integer>();
        requireAlone(sweep, new Plans.Simulated(), told::add);
        assertThat(told).hasSize(48).isSorted().endsWith(48);
    }

    /** They are filled over several epochs, and a plan ends with the campaigns of one variant or of all. */
    @Test
    void soIsOneOverRealPlaylists() throws Exception {
        var sweep = sweep("""
                replay: {fillEpochs: 3}
                evaluate: {testShare: 0.3, tests: frozen}
                simulate: {writers: 2}
                campaigns:
                  - {name: lift, strategy: DirLoF, alpha: 0.1, start: 1, join: [0.5, 1], hold: 1, leave: [0]}
                sweep:
                  "campaigns[0].strategy": [DirLoF, Random]
                  "campaigns[0].start": [1, 3]
                  randomSeed: [1, 2]
                """);
        var slice = Files.writeString(folder.resolve("mpd.slice.0-999.json"), slice(200));
        requireAlone(sweep, new Plans.Replayed(Reading.of(slice, Rules.USUAL).require()), _ -> {});
    }

    private static void requireAlone(Sweep sweep, Plans plans, IntConsumer progress) throws InterruptedException {
        var held = Sweeping.run(sweep, plans, progress);
        for (var i = 0; i < held.size(); i++) {
            assertThat(held.get(i))
                    .as("variant %s", sweep.variants().get(i).values())
                    .usingRecursiveComparison()
                    .isEqualTo(alone(sweep, sweep.variants().get(i), plans));
        }
    }

    @Test
    void theFirstGenerationAtWhichAllHoldDecidesAndTheLastWhereThePlanEndsBefore() throws Exception {
        var sweep = sweep("""
                simulate: {playlists: 200, epochs: 4}
                campaigns:
                  - {name: early, strategy: DirLoF, budget: 5, start: 1, join: [0.2, 0.6, 1], leave: [0]}
                  - {name: late, strategy: Random, budget: 5, start: 3, join: [0.2, 0.6, 1]}
                  - {name: never, strategy: Random, budget: 5, start: 9}
                """);
        assertThat(Sweeping.run(sweep, new Plans.Simulated(), _ -> {})
                        .getFirst()
                        .held())
                .extracting(Held::strategy, each -> each.own().campaign(), each -> each.own()
                        .generation())
                .containsExactly(tuple("DirLoF", "early", 3L), tuple("Random", "late", 4L));
    }

    /** Organic editing goes on, so that the twin is another one in each generation. */
    @Test
    void aCourseOverWorldsIsOneOverRuns() throws Exception {
        var sweep = sweep("""
                generations: all
                simulate: {playlists: 200, epochs: 5, changePerEpoch: 0.05}
                evaluate: {testShare: 0.2}
                campaigns:
                  - {name: lift, strategy: DirLoF, budget: 9, start: 2, join: [0.5, 1], hold: 1, leave: [0]}
                sweep: {"campaigns[0].strategy": [DirLoF, Random], randomSeed: [1, 2]}
                """);
        requireAlone(sweep, new Plans.Simulated(), _ -> {});
        var found = Sweeping.run(sweep, new Plans.Simulated(), _ -> {}).getFirst();
        // half of 9 join first
        assertThat(found.course())
                .extracting(each -> each.own().generation(), Held::campaign, each -> each.own()
                        .effect()
                        .members())
                .containsExactly(
                        tuple(2L, "lift", 5L), tuple(3L, "lift", 9L), tuple(4L, "lift", 9L), tuple(5L, "lift", 0L));
        assertThat(found.held()).singleElement().isEqualTo(found.course().get(1));
        assertThat(found.course()).extracting(Held::twin).doesNotHaveDuplicates();
    }

    @Test
    void withoutACampaignTheLastGenerationIsShown() throws Exception {
        var sweep = sweep("simulate: {playlists: 200, epochs: 3}");
        assertThat(Sweeping.run(sweep, new Plans.Simulated(), _ -> {})
                        .getFirst()
                        .held())
                .extracting(Held::strategy, each -> each.own().campaign(), each -> each.own()
                        .generation())
                .containsExactly(tuple("", "", 3L));
    }

    /** Playlists as a slice of the Million Playlist Dataset has them. */
    private static String slice(int playlists) {
        var settings = SettingsLoader.load(Optional.empty(), List.of("simulate.playlists=" + playlists));
        return SimulatedPlan.draw(settings).contents(1).stream()
                .map(playlist -> "{\"pid\":%d,\"modified_at\":1500000000,\"tracks\":[%s]}"
                        .formatted(playlist.playlist().value(), tracks(playlist.tracks())))
                .collect(Collectors.joining(",", "{\"playlists\":[", "]}"));
    }

    private static String tracks(int[] tracks) {
        return IntStream.range(0, tracks.length)
                .mapToObj(i ->
                        "{\"pos\":%d,\"track_uri\":\"t%d\",\"track_name\":\"T\",\"artist_uri\":\"a\",\"artist_name\":\"A\"}"
                                .formatted(i, tracks[i]))
                .collect(Collectors.joining(","));
    }

    private Sweep sweep(String text) throws Exception {
        return Sweep.load(Files.writeString(folder.resolve("sweep.yaml"), text), List.of());
    }

    private static Findings alone(Sweep sweep, Sweep.Variant variant, Plans plans) {
        var plan = plans.of(variant.settings());
        var rows = new ArrayList<EvaluationRow>();
        Experiment.run(variant.settings(), plan, _ -> {}).forEach(round -> rows.addAll(round.detailed()));
        return Findings.of(variant.settings(), plan, sweep.told(), rows);
    }
}
