package chorus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chorus.playlist.TrackId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fill has the Million Playlist Dataset's shape: the acceptance ranges at 20,000 playlists. */
class CalibrationTest {
    private static final int PLAYLISTS = 20_000;

    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theFillHasTheShapeOfTheMillionPlaylistDataset(long seed) {
        var plan = SimulatedPlan.draw(SomeSettings.of(seed, PLAYLISTS, 0).settings());
        var playlists = plan.contents(1).stream().map(p -> p.tracks()).toList();
        var lengths = playlists.stream().mapToInt(p -> p.length).sorted().toArray();
        var counts = counts(playlists, plan.target(0, "").value());
        var entries = Arrays.stream(lengths).sum();
        assertThat(entries / (double) PLAYLISTS).isCloseTo(65.5, within(1.5));
        assertThat((lengths[PLAYLISTS / 2 - 1] + lengths[PLAYLISTS / 2]) / 2.0).isCloseTo(49, within(1.0));
        assertThat((double) counts.length).isCloseTo(71_000, within(3_000.0));
        assertThat(share(Arrays.stream(counts).filter(c -> c == 1).count(), counts.length))
                .isCloseTo(.485, within(.012));
        assertThat(share(top(counts, counts.length / 10), entries)).isCloseTo(.80, within(.015));
        assertThat(share(top(counts, 1), PLAYLISTS)).isBetween(.04, .09);
        assertThat(sameArtist(plan, playlists)).isCloseTo(.25, within(.02));
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
