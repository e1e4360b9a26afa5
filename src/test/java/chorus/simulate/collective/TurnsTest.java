package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.CampaignSettings.Strategy;
import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnsTest {
    private static KnownPlaylist playlist(int... tracks) {
        return new KnownPlaylist(new PlaylistId(0), tracks);
    }

    /** Track 1 stands in four playlists, 3 in three, 4 in two. Once 1 has taken its four, 4 is in two of the rest, 3 in one. */
    private static final List<KnownPlaylist> OWN =
            List.of(playlist(1, 3), playlist(3, 1), playlist(1), playlist(1), playlist(3, 4), playlist(4));

    @Test
    void whatHasAnAnchorIsNotCountedAnyMore() {
        assertThat(Turns.of(OWN, IntSet.of())).isEqualTo(Map.of(1, 0, 4, 1));
        var knowledge = Knowledge.of(OWN, OWN, Turns.of(OWN, IntSet.of()), IntSet.of());
        var tracks = new int[] {3, 4};
        assertThat(Placement.anchor(new Strategy.InClustGreedy(), tracks, knowledge))
                .isEqualTo(1);
        assertThat(Placement.anchor(new Strategy.InClust(), tracks, knowledge)).isZero(); // 3 has cntQ 3, 4 has 2
    }

    @Test
    void tiesGoToTheLowerIdAndTargetsAreNoAnchors() {
        var own = List.of(playlist(5, 2), playlist(2, 5), playlist(6), playlist(7, 6));
        assertThat(Turns.of(own, IntSet.of())).isEqualTo(Map.of(2, 0, 6, 1));
        assertThat(Turns.of(own, IntSet.of(2, 6))).isEqualTo(Map.of(5, 0, 7, 1));
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    /** By the words of the paper, playlist by playlist. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstTurnOfAPlaylistIsTheAnchorThatTheLoopGivesIt(int seed) {
        var random = new Random(seed);
        var own = IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(_ -> playlist(random.ints(0, 15)
                        .distinct()
                        .limit(1 + random.nextInt(5))
                        .toArray()))
                .toList();
        var knowledge = Knowledge.of(own, own, Turns.of(own, IntSet.of()), IntSet.of());
        var anchors = new TreeMap<Integer, Integer>();
        while (anchors.size() < own.size()) {
            var best = IntStream.range(0, 15)
                    .boxed()
                    .max(Comparator.comparingLong((Integer track) -> left(own, anchors, track))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            IntStream.range(0, own.size())
                    .filter(i -> !anchors.containsKey(i) && holds(own.get(i), best))
                    .boxed()
                    .toList()
                    .forEach(i -> anchors.put(i, best));
        }
        anchors.forEach((i, anchor) -> {
            var tracks = own.get(i).tracks();
            assertThat(tracks[Placement.anchor(new Strategy.InClustGreedy(), tracks, knowledge)])
                    .isEqualTo(anchor);
        });
    }

    private static long left(List<KnownPlaylist> own, Map<Integer, Integer> anchors, int track) {
        return IntStream.range(0, own.size())
                .filter(i -> !anchors.containsKey(i) && holds(own.get(i), track))
                .count();
    }

    private static boolean holds(KnownPlaylist playlist, int track) {
        return Arrays.stream(playlist.tracks()).anyMatch(each -> each == track);
    }
}
