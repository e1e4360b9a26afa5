package chorus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PlaylistsMark;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One playlist: the twin sees 10 20, world lift sees 99 10 20; one edit was refused. */
class MarkComparisonTest {
    private static final List<String> WORLDS = List.of("none", "lift");
    private static final WorldDigest TWIN =
            new WorldDigest(CountDigest.pair(10, 20, 1, 1) + CountDigest.track(10, 1) + CountDigest.track(20, 1), 1, 2);
    private static final WorldDigest LIFT = TWIN.plus(new WorldDigest(
            CountDigest.pair(99, 10, 1, 1) + CountDigest.pair(99, 20, 1, 0) + CountDigest.track(99, 1), 2, 1));

    private final Published published = new Published();
    private final Differences differences = new Differences();
    private final Recount recount = new Recount(new Recount.Rules(2, new HeldOut(1, 0, 20), 2, track -> true), 1);
    private final MarkComparison comparison = new MarkComparison(published, WORLDS, recount, differences);

    MarkComparisonTest() {
        apply(1, WorldSet.ALL, new Change.Created());
        apply(2, WorldSet.ALL, new Change.Inserted(new TrackId(10), 0));
        apply(3, WorldSet.ALL, new Change.Inserted(new TrackId(20), 1));
        apply(4, WorldSet.only(1), new Change.Inserted(new TrackId(99), 0));
        apply(4, WorldSet.only(1), new Change.Inserted(new TrackId(99), 0)); // repeated
    }

    private void apply(long sequence, WorldSet worlds, Change change) {
        var campaign = worlds.isAll() ? null : "push";
        recount.partition(0)
                .apply(
                        0,
                        new PlaylistEdit(
                                new PlaylistId(1), new ListenerId(1), 0, 0, sequence, worlds, campaign, change));
    }

    @Test
    void trueMarksHaveNoDifference() {
        counted(TWIN, LIFT);
        tallied(1, Map.of("push", 1L), 1);
        assertThat(comparison.compare(0)).isTrue();
        assertThat(differences.first()).isEmpty();
    }

    @Test
    void worldsAreMatchedByTheirNames() {
        published.neighbours(new CountsMark(0, 0, 1, List.of(new OfWorld("lift", LIFT), new OfWorld("none", TWIN))));
        assertThat(comparison.compare(0)).isTrue();
        assertThat(differences.first()).isEmpty();
        assertThat(published.worlds()).containsExactly("lift", "none");
    }

    @Test
    void aDigestThatLiesIsFoundAndItsWorldNamed() {
        counted(TWIN, TWIN);
        assertThat(comparison.compare(0)).isTrue();
        assertThat(differences.first().stream().map(Verification.Difference::what))
                .containsExactly("epoch 0, partition 0, digest of lift");
    }

    @Test
    void aTallyOfPlantsThatLiesIsFound() {
        tallied(1, Map.of("push", 2L), 1);
        tallied(1, Map.of(), 1);
        tallied(1, Map.of("push", 1L, "other", 1L), 1);
        assertThat(comparison.compare(0)).as("no digest was there").isFalse();
        assertThat(differences.first().stream().map(Verification.Difference::what))
                .hasSize(3)
                .containsOnly("epoch 0, partition 0, playlists");
    }

    @Test
    void aTallyOfEditsThatLiesIsFound() {
        tallied(1, Map.of("push", 1L), 0);
        tallied(2, Map.of("push", 1L), 1);
        comparison.compare(0);
        assertThat(differences.count()).isEqualTo(2);
    }

    @Test
    void aMarkOfAPartitionThatThereIsNotIsFound() {
        published.neighbours(new CountsMark(0, 1, 2, List.of()));
        published.playlists(new PlaylistsMark(0, -1, 1, WORLDS, 1, 0, Map.of(), 4, 1));
        assertThat(comparison.compare(0)).isFalse();
        assertThat(differences.first().stream().map(Object::toString))
                .containsExactly(
                        "epoch 0, partition -1: expected one of 1 partitions, published one of 1",
                        "epoch 0, partition 1: expected one of 1 partitions, published one of 2");
    }

    @Test
    void marksThatNameOtherWorldsAreKept() {
        counted(TWIN, LIFT);
        assertThat(published.otherWorlds()).isEmpty();
        published.playlists(new PlaylistsMark(0, 0, 1, List.of("none"), 1, 0, Map.of(), 4, 1));
        assertThat(published.worlds()).isEqualTo(WORLDS);
        assertThat(published.otherWorlds()).containsExactly(List.of("none"));
    }

    private void counted(WorldDigest none, WorldDigest lift) {
        published.neighbours(new CountsMark(0, 0, 1, List.of(new OfWorld("none", none), new OfWorld("lift", lift))));
    }

    private void tallied(long training, Map<String, Long> planted, long refused) {
        published.playlists(new PlaylistsMark(0, 0, 1, WORLDS, training, 0, planted, 4, refused));
    }
}
