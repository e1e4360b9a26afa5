package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Announced;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training playlists folded from the log of a run: counted by nested loops, they give the digests of every cut, in every world. */
class OrderedPlaylistsTest extends OnAPlatform {
    @Test
    void ofEveryCutAreThoseThatWereCounted() throws InterruptedException {
        var scenario = Scenario.small().with("worlds=each", "kafka.partitions=3");
        var ended = run("ordered", scenario, Pace.FULL_SPEED);
        var settings = here("ordered", scenario).settings();
        try (var cluster = connect(settings);
                var catalogue = Announced.open(cluster);
                var lists = new OrderedPlaylists(
                        new Site(
                                settings, cluster, new KeptRun(directory.resolve("again"), settings), System::nanoTime),
                        catalogue::holds)) {
            for (var world = 0; world < settings.allWorlds().size(); world++) {
                assertThat(ended.counts().digests(world)).hasSize(6);
            }
            // the first cut that somebody asks for is not the first one
            for (var epoch = 2L; epoch < 6; epoch++) {
                for (var world = 0; world < settings.allWorlds().size(); world++) {
                    assertThat(digest(lists.at(epoch, world), settings.state().window()))
                            .as("world %d at the end of epoch %d", world, epoch)
                            .isEqualTo(ended.counts().digests(world).get(epoch));
                }
            }
        }
    }

    private static WorldDigest digest(List<int[]> playlists, int window) {
        var pairs = new HashMap<Long, int[]>();
        var tracks = new HashMap<Integer, Integer>();
        for (var playlist : playlists) {
            for (var i = 0; i < playlist.length; i++) {
                tracks.merge(playlist[i], 1, Integer::sum);
                for (var j = i + 1; j < playlist.length && j <= i + window; j++) {
                    var counts = pairs.computeIfAbsent((long) playlist[i] << 32 | playlist[j], pair -> new int[2]);
                    counts[0]++;
                    counts[1] += j == i + 1 ? 1 : 0;
                }
            }
        }
        var digest = pairs.entrySet().stream()
                .mapToLong(pair -> CountDigest.pair(
                        (int) (pair.getKey() >> 32), pair.getKey().intValue(), pair.getValue()[0], pair.getValue()[1]))
                .sum();
        var ofTracks = tracks.entrySet().stream()
                .mapToLong(track -> CountDigest.track(track.getKey(), track.getValue()))
                .sum();
        return new WorldDigest(digest + ofTracks, pairs.size(), tracks.size());
    }
}
