package chorus.verify;

import static chorus.verify.PairTally.counts;
import static chorus.verify.PairTally.pair;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.hash.Hash64;
import chorus.playlist.Change;
import chorus.playlist.HeldOut;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.rows.CountDigest;
import chorus.rows.CountsMark.WorldDigest;
import chorus.verify.Recount.Rules;
import chorus.worlds.WorldSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three worlds: the twin, one with campaign a, one with campaign b. */
class RecountTest {
    private static final WorldSet A = WorldSet.only(1);

    private final Recount recount = new Recount(new Rules(2, new HeldOut(1, 0, 20), 3, track -> true), 1);
    private final HashMap<Long, Long> sequences = new HashMap<>();

    @Test
    void pairsWithinTheWindowAreCountedInTheirDirection() {
        list(1, 10, 20, 30, 40); // window 2: 10→20 20→30 30→40 at distance 1, 10→30 20→40 at distance 2
        list(2, 30, 10, 20); // 30→10 10→20 at distance 1, 30→20 at distance 2
        var naive = recount.cut(0);
        assertThat(naive.pair(0, pair(10, 20))).isEqualTo(counts(2, 2));
        assertThat(naive.pair(0, pair(10, 30))).isEqualTo(counts(1, 0));
        assertThat(naive.pair(0, pair(30, 10))).isEqualTo(counts(1, 1));
        assertThat(naive.pair(0, pair(10, 40))).isZero();
        assertThat(naive.track(0, 10)).isEqualTo(2);
        assertThat(naive.track(0, 40)).isEqualTo(1);
        assertThat(naive.digests(1)[0][0].pairs()).isEqualTo(7);
        assertThat(naive.digests(1)[0][0].tracks()).isEqualTo(4);
    }

    @Test
    void aPlantShiftsThePairsOfItsWorldAndLeavesTheOthersAlone() {
        list(1, 10, 20, 30);
        recount.cut(0);
        edit(1, 1, A, "a", new Change.Inserted(new TrackId(99), 1)); // 10 99 20 30
        var naive = recount.cut(1);
        assertThat(naive.pair(1, pair(10, 20))).isEqualTo(counts(1, 0));
        assertThat(naive.pair(1, pair(10, 30))).isZero();
        assertThat(naive.pair(1, pair(10, 99))).isEqualTo(counts(1, 1));
        assertThat(naive.track(1, 99)).isEqualTo(1);
        for (var other : new int[] {0, 2}) {
            assertThat(naive.pair(other, pair(10, 20))).isEqualTo(counts(1, 1));
            assertThat(naive.pair(other, pair(10, 30))).isEqualTo(counts(1, 0));
            assertThat(naive.pair(other, pair(10, 99))).isZero();
            assertThat(naive.track(other, 99)).isZero();
        }
        assertThat(naive.pairs()).hasSize(6).contains(pair(10, 99)); // 10 99 20 30: five in the window; and 10→30
        assertThat(naive.tracks()).containsExactlyInAnyOrder(10, 20, 30, 99);
    }

    @Test
    void theTwinsDigestStaysAndThatOfThePlantsWorldComesBackWhenThePlantGoes() {
        list(1, 10, 20, 30);
        var without = recount.cut(0).digests(1)[0];
        edit(1, 1, A, "a", new Change.Inserted(new TrackId(99), 1));
        var planted = recount.cut(1).digests(1)[0];
        edit(2, 1, A, "a", new Change.Removed(new TrackId(99), 1));
        var after = recount.cut(2).digests(1)[0];
        assertThat(without[1]).isEqualTo(without[0]);
        assertThat(planted[1].pairs()).isEqualTo(5); // 10→99 10→20 99→20 99→30 20→30
        assertThat(planted[1].tracks()).isEqualTo(4);
        assertThat(planted[1].digest()).isNotEqualTo(without[1].digest());
        assertThat(planted[0]).isEqualTo(without[0]);
        assertThat(planted[2]).isEqualTo(without[0]);
        assertThat(after).containsExactly(without);
    }

    @Test
    void playlistsThatHoldAPlantAreTalliedByCampaign() {
        list(1, 10, 20);
        list(2, 10, 20);
        edit(0, 1, A, "a", new Change.Inserted(new TrackId(98), 0));
        edit(0, 1, A, "a", new Change.Inserted(new TrackId(99), 0)); // a second one in the same playlist
        edit(0, 2, A, "a", new Change.Inserted(new TrackId(99), 0));
        edit(0, 2, WorldSet.only(2), "b", new Change.Inserted(new TrackId(97), 0));
        recount.cut(0);
        assertThat(recount.partition(0).tally().planted()).isEqualTo(Map.of("a", 2L, "b", 1L));
        edit(1, 1, A, "a", new Change.Removed(new TrackId(99), 0)); // one is left
        edit(1, 2, WorldSet.ALL, null, new Change.Deleted());
        recount.cut(1);
        assertThat(recount.partition(0).tally().planted()).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void editsOfALaterEpochAreNotInTheCutBeforeIt() {
        list(1, 10, 20);
        list(2, 10, 20);
        edit(2, 1, A, "a", new Change.Inserted(new TrackId(99), 0));
        edit(1, 2, WorldSet.ALL, null, new Change.Deleted());
        edit(1, 3, WorldSet.ALL, null, new Change.Deleted()); // never created
        edit(0, 4, WorldSet.ALL, null, new Change.Created()); // still of epoch 0
        assertThat(recount.cut(0).pair(0, pair(10, 20))).isEqualTo(counts(2, 2));
        assertThat(recount.partition(0).tally()).isEqualTo(new PartitionReplay.Tally(3, 0, Map.of(), 7, 0));
        assertThat(recount.cut(1).pair(0, pair(10, 20))).isEqualTo(counts(1, 1));
        assertThat(recount.partition(0).tally()).isEqualTo(new PartitionReplay.Tally(2, 0, Map.of(), 8, 1));
        assertThat(recount.cut(2).track(1, 99)).isEqualTo(1);
        assertThat(recount.partition(0).tally()).isEqualTo(new PartitionReplay.Tally(2, 0, Map.of("a", 1L), 9, 1));
    }

    @Test
    void theDigestIsTheSumOfItsTerms() {
        list(1, 10, 20);
        var expected = CountDigest.pair(10, 20, 1, 1) + CountDigest.track(10, 1) + CountDigest.track(20, 1);
        assertThat(recount.cut(0).digests(1)[0][0]).isEqualTo(new WorldDigest(expected, 1, 2));
    }

    @Test
    void partitionsOwnPairsByTheirFirstTrack() {
        list(1, 10, 20, 30);
        var digests = recount.cut(0).digests(4);
        var owner = (int) Math.floorMod(Hash64.of(10), 4L);
        var sum = new WorldDigest(0, 0, 0);
        for (var partition : digests) {
            sum = sum.plus(partition[0]);
        }
        assertThat(sum).isEqualTo(recount.cut(0).digests(1)[0][0]);
        assertThat(digests[owner][0].pairs()).isGreaterThanOrEqualTo(2); // 10→20 and 10→30
    }

    @Test
    void aDeletedPlaylistCountsNothing() {
        list(1, 10, 20);
        recount.cut(0);
        edit(1, 1, WorldSet.ALL, null, new Change.Deleted());
        assertThat(recount.cut(1).digests(1)[0]).containsOnly(WorldDigest.NONE);
        // created, two insertions, deleted
        assertThat(recount.partition(0).tally()).isEqualTo(new PartitionReplay.Tally(0, 0, Map.of(), 4, 0));
    }

    @Test
    void heldOutPlaylistsAreReplayedAndNeverCounted() {
        var all = new Recount(new Rules(2, new HeldOut(1, 1, 20), 2, track -> true), 1);
        var partition = all.partition(0);
        partition.apply(0, numbered(5, 1, WorldSet.ALL, null, new Change.Created()));
        partition.apply(0, numbered(5, 2, WorldSet.ALL, null, new Change.Inserted(new TrackId(10), 0)));
        partition.apply(0, numbered(5, 3, A, "a", new Change.Inserted(new TrackId(99), 0)));
        partition.apply(1, numbered(5, 4, WorldSet.ALL, null, new Change.Inserted(new TrackId(20), 1)));
        assertThat(all.cut(0).track(0, 10)).isZero();
        assertThat(all.heldOutPlaylists().get(5L)).isDeepEqualTo(new int[][] {{10}, {99, 10}});
        assertThat(partition.tally()).isEqualTo(new PartitionReplay.Tally(0, 1, Map.of(), 3, 0));
        all.cut(1);
        assertThat(all.heldOutPlaylists().get(5L)).isDeepEqualTo(new int[][] {{10, 20}, {99, 10, 20}});
    }

    @Test
    void aFrozenTestIsWhatItWasAtItsFirstCut() {
        var rule = new HeldOut(1, 1, 0, HeldOut.Tests.frozen);
        var all = new Recount(new Rules(2, rule, 2, track -> true), 1);
        var partition = all.partition(0);
        var tracks = rule.seedLength(new PlaylistId(5)) + 1;
        partition.apply(0, numbered(5, 1, WorldSet.ALL, null, new Change.Created()));
        for (var i = 0; i < tracks; i++) {
            partition.apply(i < tracks - 1 ? 0 : 1, numbered(5, 2 + i, WorldSet.ALL, null, inserted(10 + i)));
        }
        partition.apply(2, numbered(5, 2 + tracks, WorldSet.ALL, null, new Change.Deleted()));
        all.cut(0);
        assertThat(Objects.requireNonNull(all.heldOutPlaylists().get(5L))[0]).hasSize(tracks - 1);
        all.cut(2);
        assertThat(Objects.requireNonNull(all.heldOutPlaylists().get(5L))[0])
                .hasSize(tracks)
                .startsWith(10 + tracks - 1);
        assertThat(partition.tally().heldOut()).isZero();
    }

    private static Change inserted(int track) {
        return new Change.Inserted(new TrackId(track), 0);
    }

    @Test
    void aHeldOutPlaylistThatIsDeletedIsGone() {
        var all = new Recount(new Rules(2, new HeldOut(1, 1, 20), 2, track -> true), 1);
        var partition = all.partition(0);
        partition.apply(0, numbered(5, 1, WorldSet.ALL, null, new Change.Created()));
        partition.apply(1, numbered(5, 2, WorldSet.ALL, null, new Change.Deleted()));
        all.cut(0);
        assertThat(all.heldOutPlaylists()).containsOnlyKeys(5L);
        all.cut(1);
        assertThat(all.heldOutPlaylists()).isEmpty();
    }

    @Test
    void refusedEditsAreTold() {
        edit(0, 1, WorldSet.ALL, null, new Change.Deleted());
        recount.partition(0).refuse(0);
        recount.partition(0).refuse(1);
        recount.cut(0);
        assertThat(recount.partition(0).tally()).isEqualTo(new PartitionReplay.Tally(0, 0, Map.of(), 0, 2));
    }

    private void list(long playlist, int... tracks) {
        edit(0, playlist, WorldSet.ALL, null, new Change.Created());
        for (var i = 0; i < tracks.length; i++) {
            edit(0, playlist, WorldSet.ALL, null, new Change.Inserted(new TrackId(tracks[i]), i));
        }
    }

    private void edit(long epoch, long playlist, WorldSet worlds, @Nullable String campaign, Change change) {
        var sequence = sequences.merge(playlist, 1L, Long::sum);
        recount.partition(0).apply(epoch, numbered(playlist, sequence, worlds, campaign, change));
    }

    private static PlaylistEdit numbered(
            long playlist, long sequence, WorldSet worlds, @Nullable String campaign, Change change) {
        return new PlaylistEdit(new PlaylistId(playlist), new ListenerId(0), 0, 0, sequence, worlds, campaign, change);
    }
}
