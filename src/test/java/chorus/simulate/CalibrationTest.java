package chorus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.playlist.TrackId;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The fill has the Million Playlist Dataset's shape: at 20,000 playlists the mean of five seeds lies in the acceptance ranges. A
 * single seed's figures spread by ±0.4 (mean length), ±0.55 (median), ±1,600 (tracks) and ±0.011 (same artist), so one seed alone
 * may leave a range of a generator that is as it should be.
 */
class CalibrationTest {
    private static final int PLAYLISTS = 20_000;

    private record Shape(
            double mean,
            double median,
            double tracks,
            double singletons,
            double topTenth,
            double top,
            double sameArtist) {}

    @Test
    void theFillHasTheShapeOfTheMillionPlaylistDataset() {
        var shapes =
                LongStream.rangeClosed(1, 5).mapToObj(CalibrationTest::shape).toList();
        assertThat(mean(shapes, Shape::mean)).isCloseTo(65.5, within(1.5));
        assertThat(mean(shapes, Shape::median)).isCloseTo(49, within(1.0));
        assertThat(mean(shapes, Shape::tracks)).isCloseTo(71_000, within(3_000.0));
        assertThat(mean(shapes, Shape::singletons)).isCloseTo(.485, within(.012));
        assertThat(mean(shapes, Shape::topTenth)).isCloseTo(.80, within(.015));
        assertThat(shapes).allSatisfy(shape -> assertThat(shape.top).isBetween(.04, .09));
        assertThat(mean(shapes, Shape::sameArtist)).isCloseTo(.25, within(.02));
    }

    private static double mean(List<Shape> shapes, ToDoubleFunction<Shape> figure) {
        return shapes.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static Shape shape(long seed) {
        var plan = SimulatedPlan.draw(SomeSettings.of(seed, PLAYLISTS, 0).settings());
        var playlists = plan.contents(1).stream().map(p -> p.tracks()).toList();
        var lengths = playlists.stream().mapToInt(p -> p.length).sorted().toArray();
        var counts = counts(playlists, plan.target(0, "").value());
        var entries = Arrays.stream(lengths).sum();
        var singletons = Arrays.stream(counts).filter(count -> count == 1).count();
        return new Shape(
                share(entries, PLAYLISTS),
                (lengths[PLAYLISTS / 2 - 1] + lengths[PLAYLISTS / 2]) / 2.0,
                counts.length,
                share(singletons, counts.length),
                share(top(counts, counts.length / 10), entries),
                share(top(counts, 1), PLAYLISTS),
                sameArtist(plan, playlists));
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }

    /** Ascending. */
    private static int[] counts(List<int[]> playlists, int tracks) {
        var counts = new int[tracks];
        playlists.forEach(tracksOf -> Arrays.stream(tracksOf).forEach(track -> counts[track]++));
        Arrays.sort(counts);
        assertThat(counts[0]).as("ids are dense: each track stands somewhere").isPositive();
        return counts;
    }

    private static long top(int[] ascending, int number) {
        return Arrays.stream(ascending)
                .skip(ascending.length - number)
                .asLongStream()
                .sum();
    }

    private static double sameArtist(SimulatedPlan plan, List<int[]> playlists) {
        var same = 0L;
        var adjacent = 0L;
        for (var tracks : playlists) {
            for (var i = 1; i < tracks.length; i++) {
                adjacent++;
                same += artist(plan, tracks[i - 1]).equals(artist(plan, tracks[i])) ? 1 : 0;
            }
        }
        return share(same, adjacent);
    }

    private static String artist(SimulatedPlan plan, int track) {
        return plan.track(new TrackId(track)).orElseThrow().artistUri();
    }
}
