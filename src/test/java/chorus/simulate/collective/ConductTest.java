package chorus.simulate.collective;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.collective.Noise;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConductTest {
    private static final int MANY = 10_000;

    private static Conduct conduct(Noise noise, long playlist) {
        return Conduct.of(noise, 5, new PlaylistId(playlist));
    }

    private static double share(Noise noise, Predicate<Conduct> of) {
        return LongStream.range(0, MANY)
                        .filter(id -> of.test(conduct(noise, id)))
                        .count()
                / (double) MANY;
    }

    @Test
    void withoutNoiseEverybodyIsFaithful() {
        var none = new Noise(0, 0, 0, 1, 0);
        assertThat(LongStream.range(0, 1000).mapToObj(id -> conduct(none, id))).containsOnly(Conduct.FAITHFUL);
    }

    /** Within four standard errors of 10,000 draws, at most 0.02. */
    @Test
    void eachFailingHasItsShareAndTheyAreDrawnApart() {
        var noise = new Noise(0.1, 0.2, 0.3, 2, 0.25);
        assertThat(share(noise, Conduct::misplaces)).isBetween(0.088, 0.112);
        assertThat(share(noise, Conduct::forgets)).isBetween(0.184, 0.216);
        assertThat(share(noise, c -> c.late() == 1)).isBetween(0.136, 0.164);
        assertThat(share(noise, c -> c.late() == 2)).isBetween(0.136, 0.164);
        assertThat(share(noise, c -> c.leaves() == 1)).isBetween(0.233, 0.267);
        assertThat(share(noise, c -> c.leaves() == 2)).isBetween(0.173, 0.202); // 0.75 × 0.25
        assertThat(share(noise, c -> c.misplaces() && c.forgets())).isBetween(0.014, 0.026);
    }

    @Test
    void whoFailsAtASmallShareFailsAtALargerOne() {
        for (var id = 0L; id < 1000; id++) {
            var little = conduct(new Noise(0.1, 0.1, 0.1, 1, 0.1), id);
            var much = conduct(new Noise(0.2, 0.2, 0.2, 1, 0.2), id);
            assertThat(!little.misplaces() || much.misplaces()).isTrue();
            assertThat(!little.forgets() || much.forgets()).isTrue();
            assertThat(much.late()).isGreaterThanOrEqualTo(little.late());
            assertThat(much.leaves()).isLessThanOrEqualTo(little.leaves());
        }
        assertThat(conduct(new Noise(0, 0, 0, 1, 1), 3).leaves()).isEqualTo(1);
    }

    /** Four members; half join in epoch 2, all in 3, which is held until 5; half are left in 6, none in 7. */
    private static Collective collective(Conduct... members) {
        var settings = new CampaignSettings(
                "c",
                new Strategy.DirLoF(),
                Optional.empty(),
                OptionalInt.of(4),
                OptionalDouble.empty(),
                Optional.empty(),
                2,
                List.of(0.5, 1.0),
                2,
                List.of(0.5, 0.0),
                Optional.empty(),
                Optional.empty());
        var playlist = new KnownPlaylist(new PlaylistId(0), new int[] {1, 2, 3, 4, 5});
        var knowledge = Knowledge.of(List.of(playlist), List.of(playlist), Int2IntMaps.EMPTY_MAP, IntSet.of());
        var all = IntStream.range(0, members.length)
                .mapToObj(
                        i -> new Member(new PlaylistId(i), List.of(new TrackId(9)), OptionalInt.of(i + 1), members[i]))
                .toList();
        return new Collective(settings, 1, List.of(new TrackId(9)), knowledge, all, Map.of());
    }

    private static Stream<Long> held(Collective collective, int rank) {
        return LongStream.range(0, 9)
                .filter(epoch -> collective.holds(rank, epoch))
                .boxed();
    }

    @Test
    void membersHoldFromWhenTheyAreDueAndNoFailingKeepsThem() {
        var faithful = Conduct.FAITHFUL;
        var late = new Conduct(false, false, 2, Long.MAX_VALUE);
        var leaves = new Conduct(false, false, 0, 2);
        var forgets = new Conduct(false, true, 0, Long.MAX_VALUE);
        var same = collective(faithful, faithful, faithful, faithful);
        assertThat(held(same, 0)).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(held(same, 3)).containsExactly(3L, 4L, 5L);
        var noisy = collective(late, leaves, late, forgets);
        assertThat(held(noisy, 0)).containsExactly(4L, 5L, 6L); // back with the others
        assertThat(held(noisy, 1)).containsExactly(2L, 3L); // the first epoch after two is 4
        assertThat(held(noisy, 2)).containsExactly(5L);
        assertThat(held(noisy, 3)).isEmpty();
        assertThat(noisy.size()).isEqualTo(3);
    }

    @Test
    void whoMisplacesPlantsAnywhereAndNextToNoAnchor() {
        var misplaces = new Conduct(true, false, 0, Long.MAX_VALUE);
        var collective = collective(Conduct.FAITHFUL, misplaces, misplaces, misplaces);
        var tracks = new int[] {1, 2, 3, 4, 5};
        assertThat(collective.anchors()).containsExactly(new TrackId(1));
        assertThat(collective.place(collective.members().getFirst(), tracks)).isEqualTo(new Place(1, false));
        var places = LongStream.range(0, 300)
                .mapToObj(id -> new Member(new PlaylistId(id), List.of(new TrackId(9)), OptionalInt.of(1), misplaces))
                .map(member -> collective.place(member, tracks).index())
                .distinct();
        assertThat(places).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }
}
