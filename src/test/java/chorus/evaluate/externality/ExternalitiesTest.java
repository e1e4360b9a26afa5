package chorus.evaluate.externality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.config.RecommendSettings.PooledNN;
import chorus.config.SomePooling;
import chorus.evaluate.Artists;
import chorus.evaluate.EvaluationTerms;
import chorus.evaluate.TestPlaylist;
import chorus.evaluate.WorldEvaluation;
import chorus.evaluate.externality.LorenzCurve.Point;
import chorus.playlist.TrackId;
import chorus.recommend.CountedPlaylists;
import chorus.recommend.Recommender;
import chorus.recommend.TrainingSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExternalitiesTest {
    /** Tracks 0…4 in 1, 2, 4, 0 and 200 playlists, the target 3; it takes a place of 1 and two of 4. */
    private final Externalities found =
            new Externalities(new long[] {1, 2, 0, 0, 5}, new long[] {1, 1, 0, 3, 3}, new int[] {1, 2, 4, 0, 200}, 3);

    @Test
    void changesByPopularityOfAWorkedExample() {
        var bins = found.byPopularity();
        assertThat(bins).extracting(Externalities.Bin::least).containsExactly(1, 2, 3, 6, 11, 21, 51, 101);
        assertThat(bins).extracting(bin -> bin.change().delta()).containsExactly(0L, -1L, 0L, 0L, 0L, 0L, 0L, -2L);
        assertThat(bins).extracting(bin -> bin.change().tracks()).containsExactly(1L, 1L, 1L, 0L, 0L, 0L, 0L, 1L);
        assertThat(bins.get(1).change().relative()).hasValue(-0.5);
        assertThat(bins.get(2).change().relative()).isEmpty();
        assertThat(bins.get(3).change().perTrack()).isEmpty();
        // 5 of 8 counted against 200 of 207 entries
        assertThat(bins.getLast().amplification(8, 207).orElseThrow())
                .isCloseTo((5 / 8.0) / (200 / 207.0), within(1e-12));
        assertThat(bins.get(4).amplification(8, 207)).isEmpty();
    }

    @Test
    void changesByArtistAndOfAnchors() {
        var artists = new int[] {7, 7, -1, 7, 2};
        assertThat(found.byArtist(track -> artists[track]))
                .hasSize(2)
                .containsEntry(2, new Change(1, 5, 3))
                .containsEntry(7, new Change(2, 3, 2));
        assertThat(found.ofAnchors(IntSet.of(1, 3))).isEqualTo(new Change(1, 2, 1));
        assertThat(found.ofOthers(IntSet.of(1, 3))).isEqualTo(new Change(3, 6, 4));
    }

    @Test
    void whileListsAreFullTheOthersLoseWhatTheTargetGains() {
        var gained = 0L;
        for (var seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var organic = CountedPlaylists.random(random, 120, 40, 25);
            var planted = new ArrayList<>(organic);
            // in more playlists than any other track, so that it comes among the first eight
            for (var i = 0; i < 110; i++) {
                planted.set(
                        i,
                        IntStream.concat(IntStream.of(organic.get(i)), IntStream.of(40))
                                .toArray());
            }
            var tests = IntStream.range(0, 30)
                    .mapToObj(i -> {
                        var tracks = random.ints(0, 16).distinct().limit(12).toArray();
                        return new TestPlaylist(i, Arrays.copyOf(tracks, 4), Arrays.copyOfRange(tracks, 4, 12));
                    })
                    .toList();
            var twin = evaluation(organic, tests);
            var with = evaluation(planted, tests);
            var counts = CountedPlaylists.count(organic, 41, 5).trackCounts();
            var all =
                    new Externalities(twin.recommendations(), with.recommendations(), counts, 40).ofOthers(IntSet.of());
            assertThat(all.before()).as("full lists, seed %d", seed).isEqualTo(30 * 8);
            assertThat(all.delta()).as("seed %d", seed).isEqualTo(-with.hits(List.of(new TrackId(40))));
            gained += with.hits(List.of(new TrackId(40)));
        }
        assertThat(gained).isPositive();
    }

    private static WorldEvaluation evaluation(List<int[]> playlists, List<TestPlaylist> tests) {
        var counts = CountedPlaylists.count(playlists, 41, 5);
        var model = new Recommender(new PooledNN(SomePooling.of(0, 0.3, 5, 1, 0.9))).fit(new TrainingSet(counts));
        return WorldEvaluation.of(model, counts, tests, new EvaluationTerms(20, 0.8, 1, new Artists(new int[0])));
    }

    @Test
    void theLorenzCurveOfAWorkedExample() {
        // sorted 0, 1, 1, 6 of 8
        assertThat(LorenzCurve.of(new long[] {6, 1, 0, 1}, 4))
                .containsExactly(
                        new Point(0, 0),
                        new Point(0.25, 0),
                        new Point(0.5, 1 / 8.0),
                        new Point(0.75, 2 / 8.0),
                        new Point(1, 1));
        // half of the most recommended one
        assertThat(LorenzCurve.of(new long[] {6, 1, 0, 1}, 8).get(7)).isEqualTo(new Point(0.875, 5 / 8.0));
        assertThat(LorenzCurve.of(new long[3], 4)).isEmpty();
    }
}
