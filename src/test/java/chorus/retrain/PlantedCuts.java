package chorus.retrain;

import chorus.config.RecommendSettings;
import chorus.config.RecommendSettings.Kind;
import chorus.config.RecommendSettings.PooledNN;
import chorus.config.RecommendSettings.PooledSVD;
import chorus.config.RecommendSettings.Popularity;
import chorus.config.Settings.EvaluateSettings;
import chorus.config.Settings.EvaluateSettings.Members;
import chorus.config.SomePooling;
import chorus.evaluate.TestPlaylist;
import chorus.playlist.Campaign;
import chorus.playlist.HeldOut;
import chorus.playlist.SomeCampaign;
import chorus.playlist.TrackId;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.TrainingSet;
import chorus.rows.results.EvaluationRow;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Cuts of small worlds of which some have plants, and generations made of them. */
abstract class PlantedCuts {
    static final int TRACKS = 60;
    static final Kind POOLED = new PooledNN(SomePooling.of(1, 0.3, 5, 1, 0.9));
    static final Campaign A = campaign("a", TRACKS);
    static final Campaign B = campaign("b", TRACKS + 1);
    static final World TWIN = new World(0, "twin", Set.of());
    static final World ONLY_A = new World(1, "onlyA", Set.of("a"));

    final AtomicInteger made = new AtomicInteger();

    static Campaign campaign(String name, int target) {
        return SomeCampaign.of(name, List.of(new TrackId(target)), "Random", 4, 1, 9, List.of(new TrackId(2)));
    }

    static List<Kind> kinds() {
        return List.of(POOLED, new PooledSVD(SomePooling.of(1, 0.3, 5, 1, 0.9), 8, 4, 2), new Popularity());
    }

    static Generation train(Kind model, Cut cut, Campaign... started) {
        return train(List.of(new RecommendSettings("", model, 30)), cut, started);
    }

    static Generation train(List<RecommendSettings> recommend, Cut cut, Campaign... started) {
        var trainer = new Trainer(
                recommend, new EvaluateSettings("randomSeed", 0.1, 20, HeldOut.Tests.living, 0.8, Members.none));
        return trainer.train(
                3,
                cut,
                List.of(started),
                IntStream.range(0, TRACKS).map(track -> track / 3).toArray());
    }

    /** The same organic playlists in every world; a in the first six, b in six others. */
    Cut cut(long seed, Worlds worlds) {
        return cut(seed, worlds, 6);
    }

    Cut cut(long seed, Worlds worlds, int members) {
        var random = new Random(seed);
        var organic = CountedPlaylists.random(random, 40, TRACKS, 15);
        var drawn = CountedPlaylists.random(random, 10, TRACKS, 25);
        var tests = IntStream.range(0, drawn.size())
                .filter(id -> drawn.get(id).length > 5)
                .mapToObj(id -> test(id, drawn.get(id)))
                .toList();
        var sides = worlds.byBit().stream()
                .map(world -> side(planted(organic, world.campaigns(), members), tests))
                .toList();
        return new Cut(worlds, sides, new Cut.Tallies(40, 700, 2, Map.of("a", (long) members, "b", (long) members)));
    }

    static List<int[]> planted(List<int[]> organic, Set<String> campaigns, int members) {
        return IntStream.range(0, organic.size())
                .mapToObj(i -> i < members && campaigns.contains("a")
                        ? preceded(TRACKS, organic.get(i))
                        : i >= 20 && i < 20 + members && campaigns.contains("b")
                                ? preceded(TRACKS + 1, organic.get(i))
                                : organic.get(i))
                .toList();
    }

    Cut.Side side(List<int[]> playlists, List<TestPlaylist> tests) {
        var set = new TrainingSet(CountedPlaylists.count(playlists, TRACKS + 2, 5));
        return new Cut.Side(
                () -> {
                    made.incrementAndGet();
                    return set;
                },
                tests);
    }

    static TestPlaylist test(int id, int[] tracks) {
        return new TestPlaylist(id, Arrays.copyOf(tracks, 3), Arrays.copyOfRange(tracks, 3, tracks.length));
    }

    static int[] preceded(int target, int[] playlist) {
        return IntStream.concat(IntStream.of(target), IntStream.of(playlist)).toArray();
    }

    static List<EvaluationRow> in(String world, Generation generation) {
        return generation.evaluations().stream()
                .filter(row -> row.world().equals(world))
                .toList();
    }
}
