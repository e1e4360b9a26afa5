package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.collective.Knows;
import chorus.config.tree.SettingsFault;
import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final int TARGET = 4;
    private static final KnownPlaylist MINE = playlist(0, 0, 1, 2);
    private static final KnownPlaylist OTHER = playlist(1, 0, 1, TARGET);
    private static final KnownPlaylist HELD_OUT = playlist(2, 0, 3);
    // track        0 1 2 3 4, a target
    // cntQ         1 1 1 0 -
    // cntT         2 2 1 0 -
    // everybody's  3 2 1 1 -

    private static KnownPlaylist playlist(long id, int... tracks) {
        return new KnownPlaylist(new PlaylistId(id), tracks);
    }

    private static CampaignSettings knowing(Knows what) {
        return new CampaignSettings(
                "c",
                new Strategy.DirLoF(),
                Optional.empty(),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                Optional.empty(),
                1,
                List.of(1.0),
                0,
                List.of(),
                Optional.of(what),
                Optional.empty());
    }

    private static Sources sources(long seed) {
        return new Sources(seed, IntSet.of(TARGET));
    }

    private static double[] frequencies(long seed, Knows what) {
        var known = sources(seed).known(knowing(what), List.of(MINE), List.of(MINE, OTHER));
        var knowledge = sources(seed).knowledge(knowing(what), List.of(MINE), known, List.of(MINE, OTHER, HELD_OUT));
        assertThat(IntStream.range(0, 5).map(knowledge::inOwn)).containsExactly(1, 1, 1, 0, 0);
        return IntStream.range(0, 5).mapToDouble(knowledge::frequency).toArray();
    }

    @Test
    void eachKnowledgeCountsWhatItKnows() {
        assertThat(frequencies(1, new Knows.Full())).containsExactly(2, 2, 1, 0, 0);
        assertThat(frequencies(1, new Knows.Own())).containsExactly(1, 1, 1, 0, 0);
        assertThat(frequencies(1, new Knows.Sample(0))).containsExactly(1, 1, 1, 0, 0);
        assertThat(frequencies(1, new Knows.Sample(1))).containsExactly(2, 2, 1, 0, 0);
        assertThat(frequencies(1, new Knows.Playlists(1))).containsExactly(2, 2, 1, 0, 0);
        assertThat(frequencies(1, new Knows.Streams(0))).containsExactly(3, 2, 1, 1, 0);
    }

    @Test
    void toKnowMoreThanThereIsIsRefused() {
        assertThatThrownBy(() -> frequencies(1, new Knows.Playlists(2)))
                .isInstanceOf(SettingsFault.class)
                .hasMessage(
                        "campaigns: campaign c is to know 2 playlists beside its own, but there are only 1 other training"
                                + " playlists when it starts: knowledge: full is all of them");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSmallerSampleLiesInALargerOneAndWhoseItIsChangesNothing(long seed) {
        var training = IntStream.range(0, 1000).mapToObj(id -> playlist(id, id)).toList();
        var own = training.subList(0, 10);
        var tenth = sources(seed).known(knowing(new Knows.Sample(0.1)), own, training);
        var fifth = sources(seed).known(knowing(new Knows.Sample(0.2)), own, training);
        assertThat(tenth).hasSize(10 + 99).startsWith(own.toArray(KnownPlaylist[]::new));
        assertThat(fifth).hasSize(10 + 198).startsWith(tenth.toArray(KnownPlaylist[]::new));
        var others = training.subList(10, 30);
        var theirs = sources(seed).known(knowing(new Knows.Playlists(99)), others, training);
        var both = Stream.of(tenth, theirs)
                .map(known ->
                        known.stream().filter(p -> p.playlist().value() >= 30).toList())
                .toList();
        // 99 of the 990 or 980: apart from members, the first of one rank
        var shorter = Math.min(both.get(0).size(), both.get(1).size());
        assertThat(both.get(0).subList(0, shorter))
                .hasSizeGreaterThan(80)
                .isEqualTo(both.get(1).subList(0, shorter));
        assertThat(sources(seed + 10).known(knowing(new Knows.Sample(0.1)), own, training))
                .isNotEqualTo(tenth);
    }

    @Test
    void theNoiseOfStreamsIsOneLogNormalDrawATrackOfWhichSigmaIsTheSize() {
        var one = frequencies(7, new Knows.Streams(1));
        var half = frequencies(7, new Knows.Streams(0.5));
        var exact = new double[] {3, 2, 1, 1};
        for (var track = 0; track < 4; track++) {
            assertThat(Math.log(one[track] / exact[track]))
                    .isNotZero()
                    .isCloseTo(2 * Math.log(half[track] / exact[track]), within(1e-12));
        }
        assertThat(frequencies(8, new Knows.Streams(1))[0]).isNotEqualTo(one[0]);
        var logs = logs(2);
        var mean = logs.stream().mapToDouble(x -> x).average().orElseThrow();
        var variance = logs.stream()
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        // standard errors over 20,000 tracks: 2/141 and about 4·√2/141
        assertThat(mean).isBetween(-0.06, 0.06);
        assertThat(variance).isBetween(3.84, 4.16);
    }

    /** Of the factors of 20,000 tracks that one playlist holds. */
    private static List<Double> logs(double sigma) {
        var all = List.of(playlist(0, IntStream.range(0, 20_000).toArray()));
        var knowledge = new Sources(3, IntSet.of()).knowledge(knowing(new Knows.Streams(sigma)), List.of(), all, all);
        return DoubleStream.of(knowledge.frequencies()).map(Math::log).boxed().toList();
    }

    /** Rarest for those who know all: 2. By streams another one may be; here the noise of 1 is made the smallest. */
    @Test
    void dirLoFsAnchorIsTheLeastStreamedTrackAndInClustReadsItsOwnPlaylistsWhateverElseItKnows() {
        var full = Knowledge.of(List.of(MINE), List.of(MINE, OTHER), Int2IntMaps.EMPTY_MAP, IntSet.of(TARGET));
        var streams = full.times(track -> track == 1 ? 0.1 : 1);
        // of two playlists
        assertThat(full.estimate(1)).isEqualTo(full.frequency(1) / 2);
        assertThat(streams.estimate(1)).isEqualTo(full.frequency(1) * 0.1 / 2);
        assertThat(Placement.anchor(new Strategy.DirLoF(), MINE.tracks(), full)).isEqualTo(2);
        assertThat(Placement.anchor(new Strategy.DirLoF(), MINE.tracks(), streams))
                .isEqualTo(1);
        assertThat(Placement.anchor(new Strategy.InClust(), MINE.tracks(), streams))
                .isZero(); // all have cntQ 1
    }
}
