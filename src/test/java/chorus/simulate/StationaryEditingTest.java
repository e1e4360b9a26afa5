package chorus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Organic editing leaves the playlists as they are in law: over 30 epochs, in which a quarter of all entries is exchanged and an
 * eighth moved, nothing trends. Editing that put tracks of the listener's present scene anywhere took a quarter of the neighbours by
 * the same artist.
 */
class StationaryEditingTest {
    private static final int EPOCHS = 30;

    private record Shape(long playlists, long entries, double sameArtist, double tracks, double singletons) {
        static Shape of(SimulatedPlan plan, long epoch) {
            var counts = new Int2IntOpenHashMap();
            var entries = 0L;
            var same = 0L;
            var playlists = plan.contents(epoch);
            for (var playlist : playlists) {
                var tracks = playlist.tracks();
                entries += tracks.length;
                for (var i = 0; i < tracks.length; i++) {
                    counts.addTo(tracks[i], 1);
                    same += i > 0 && artist(plan, tracks[i - 1]).equals(artist(plan, tracks[i])) ? 1 : 0;
                }
            }
            var once = counts.values().intStream().filter(count -> count == 1).count();
            return new Shape(
                    playlists.size(),
                    entries,
                    (double) same / (entries - playlists.size()),
                    counts.size(),
                    (double) once / counts.size());
        }

        private static String artist(SimulatedPlan plan, int track) {
            return plan.track(new TrackId(track)).orElseThrow().artistUri();
        }

        double meanLength() {
            return (double) entries / playlists;
        }
    }

    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nothingTrendsInThirtyEpochs(long seed) {
        var plan = SimulatedPlan.draw(SomeSettings.of(seed, 3000, EPOCHS).settings());
        var shapes = LongStream.rangeClosed(1, EPOCHS + 1)
                .mapToObj(epoch -> Shape.of(plan, epoch))
                .toList();
        // over seeds 11 to 22 these trends had standard deviations of .5, .2, .2, .3 and .5 %, and means of .1, -.1, 0,
        // .6 and -.2 %:
        // bounds are four deviations from nothing, and for tracks, which grow a little, from their mean
        assertThat(trend(shapes, Shape::sameArtist)).as("same artist").isBetween(-0.02, 0.02);
        assertThat(trend(shapes, Shape::meanLength)).as("mean length").isBetween(-0.01, 0.01);
        assertThat(trend(shapes, Shape::playlists)).as("playlists").isBetween(-0.01, 0.01);
        assertThat(trend(shapes, Shape::tracks)).as("tracks").isBetween(-0.006, 0.018);
        assertThat(trend(shapes, Shape::singletons)).as("singletons").isBetween(-0.02, 0.02);
    }

    /** The slope of the regression on epochs, over all of them, as a share of the mean. */
    private static double trend(List<Shape> shapes, ToDoubleFunction<Shape> figure) {
        var mean = shapes.stream().mapToDouble(figure).average().orElseThrow();
        var middle = (shapes.size() - 1) / 2.0;
        var covariance = 0.0;
        var variance = 0.0;
        for (var i = 0; i < shapes.size(); i++) {
            covariance += (i - middle) * (figure.applyAsDouble(shapes.get(i)) - mean);
            variance += (i - middle) * (i - middle);
        }
        return covariance / variance * (shapes.size() - 1) / mean;
    }
}
