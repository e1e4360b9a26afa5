package chorus.verify;

import static chorus.verify.PairTally.counts;
import static chorus.verify.PairTally.pair;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.Change;
import chorus.playlist.Hash64;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.playlist.World;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class RecountTest {
    private final Recount recount = new Recount(2, new HeldOut(0, 20), 1, track -> true);
    private final HashMap<Long, Long> sequences = new HashMap<>();

    @Test
    void pairsWithinTheWindowAreCountedInTheirDirection() {
        list(1, 10, 20, 30, 40); // window 2: 10→20 20→30 30→40 at distance 1, 10→30 20→40 at distance 2
        list(2, 30, 10, 20); // 30→10 10→20 at distance 1, 30→20 at distance 2
        var naive = recount.cut();
        assertThat(naive.factual(pair(10, 20))).isEqualTo(counts(2, 2));
        assertThat(naive.factual(pair(10, 30))).isEqualTo(counts(1, 0));
        assertThat(naive.factual(pair(30, 10))).isEqualTo(counts(1, 1));
        assertThat(naive.factual(pair(10, 40))).isZero();
        assertThat(naive.factualTrack(10)).isEqualTo(2);
        assertThat(naive.factualTrack(40)).isEqualTo(1);
        assertThat(naive.fingerprints(1)[0].factual().pairs()).isEqualTo(7);
        assertThat(naive.fingerprints(1)[0].factual().tracks()).isEqualTo(4);
    }

    @Test
    void aPlantShiftsTheFactualPairsAndLeavesTheOtherWorldAlone() {
        list(1, 10, 20, 30);
        recount.cut();
        edit(1, World.FACTUAL, new Change.Inserted(new TrackId(99), 1)); // 10 99 20 30
        var naive = recount.cut();
        assertThat(naive.factual(pair(10, 20))).isEqualTo(counts(1, 0));
        assertThat(naive.counterfactual(pair(10, 20))).isEqualTo(counts(1, 1));
        assertThat(naive.factual(pair(10, 30))).isZero();
        assertThat(naive.counterfactual(pair(10, 30))).isEqualTo(counts(1, 0));
        assertThat(naive.factual(pair(10, 99))).isEqualTo(counts(1, 1));
        assertThat(naive.counterfactual(pair(10, 99))).isZero();
        assertThat(naive.factualTrack(99)).isEqualTo(1);
        assertThat(naive.counterfactualTrack(99)).isZero();
    }

    @Test
    void theCounterfactualDigestStaysAndTheFactualOneComesBackWhenThePlantGoes() {
        list(1, 10, 20, 30);
        var without = recount.cut().fingerprints(1)[0].factual();
        edit(1, World.FACTUAL, new Change.Inserted(new TrackId(99), 1));
        var planted = recount.cut().fingerprints(1)[0];
        edit(1, World.FACTUAL, new Change.Removed(new TrackId(99), 1));
        var after = recount.cut().fingerprints(1)[0];
        assertThat(planted.factual()).isNotEqualTo(without);
        assertThat(planted.counterfactual()).isEqualTo(without);
        assertThat(after.factual()).isEqualTo(without);
        assertThat(after.counterfactual()).isEqualTo(without);
    }

    @Test
    void theDigestIsTheSumOfItsTerms() {
        list(1, 10, 20);
        var expected = CountDigest.pair(10, 20, 1, 1) + CountDigest.track(10, 1) + CountDigest.track(20, 1);
        assertThat(recount.cut().fingerprints(1)[0].factual()).isEqualTo(new WorldDigest(expected, 1, 2));
    }

    @Test
    void partitionsOwnPairsByTheirFirstTrack() {
        list(1, 10, 20, 30);
        var prints = recount.cut().fingerprints(4);
        var owner = (int) Math.floorMod(Hash64.of(10), 4L);
        var sum = new WorldDigest(0, 0, 0);
        for (var print : prints) {
            sum = sum.plus(print.factual());
        }
        assertThat(sum).isEqualTo(recount.cut().fingerprints(1)[0].factual());
        assertThat(prints[owner].factual().pairs()).isGreaterThanOrEqualTo(2); // 10→20 and 10→30
    }

    @Test
    void aDeletedPlaylistCountsNothing() {
        list(1, 10, 20);
        recount.cut();
        edit(1, World.BOTH, new Change.Deleted());
        assertThat(recount.cut().fingerprints(1)[0].factual()).isEqualTo(new WorldDigest(0, 0, 0));
        assertThat(recount.tally(0).training).isZero();
        assertThat(recount.tally(0).applied).isEqualTo(4); // created, two insertions, deleted
    }

    @Test
    void heldOutPlaylistsAreReplayedAndNeverCounted() {
        var all = new Recount(2, new HeldOut(1, 20), 1, track -> true);
        all.apply(0, created(5));
        all.apply(
                0,
                new PlaylistEdit(
                        new PlaylistId(5),
                        new ListenerId(0),
                        0,
                        0,
                        2,
                        World.BOTH,
                        new Change.Inserted(new TrackId(10), 0)));
        assertThat(all.cut().factualTrack(10)).isZero();
        assertThat(all.heldOutPlaylists().values()).singleElement().satisfies(lists -> assertThat(lists.factual())
                .containsExactly(10));
        assertThat(all.tally(0).heldOut).isEqualTo(1);
        assertThat(all.tally(0).training).isZero();
    }

    @Test
    void refusedEditsAreTold() {
        edit(1, World.BOTH, new Change.Deleted());
        recount.refuse(0);
        assertThat(recount.tally(0).refused).isEqualTo(2);
        assertThat(recount.tally(0).applied).isZero();
    }

    private static PlaylistEdit created(long playlist) {
        return new PlaylistEdit(new PlaylistId(playlist), new ListenerId(0), 0, 0, 1, World.BOTH, new Change.Created());
    }

    private void list(long playlist, int... tracks) {
        edit(playlist, World.BOTH, new Change.Created());
        for (var i = 0; i < tracks.length; i++) {
            edit(playlist, World.BOTH, new Change.Inserted(new TrackId(tracks[i]), i));
        }
    }

    private void edit(long playlist, World world, Change change) {
        var sequence = sequences.merge(playlist, 1L, Long::sum);
        recount.apply(0, new PlaylistEdit(new PlaylistId(playlist), new ListenerId(0), 0, 0, sequence, world, change));
    }
}
