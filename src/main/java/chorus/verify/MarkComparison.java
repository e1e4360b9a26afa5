package chorus.verify;

import chorus.rows.CountsMark;
import chorus.rows.CountsMark.WorldDigest;
import chorus.rows.PlaylistsMark;
import chorus.verify.Verification.Difference;
import java.util.HashSet;
import java.util.List;

/** Holds the marks of an epoch against the recount at its cut. */
final class MarkComparison {
    private final Published published;
    private final List<String> worlds;
    private final Recount recount;
    private final Differences differences;

    /** @param worlds by name, in the order of bits */
    MarkComparison(Published published, List<String> worlds, Recount recount, Differences differences) {
        this.published = published;
        this.worlds = worlds;
        this.recount = recount;
        this.differences = differences;
    }

    /** @return whether every partition's digest was there to be compared */
    boolean compare(long epoch) {
        var counts = recount.cut(epoch);
        for (var mark : published.playlistsMarks(epoch)) {
            if (isPlaced(where(epoch, mark.partition()), mark.partition(), mark.partitions())) {
                compare(mark);
            }
        }
        var marks = published.countsMarks(epoch);
        if (marks.isEmpty()) {
            return false;
        }
        var digests = counts.digests(recount.partitions());
        var seen = new HashSet<Integer>();
        for (var mark : marks) {
            if (isPlaced(where(epoch, mark.partition()), mark.partition(), mark.partitions())) {
                compare(mark, digests[mark.partition()]);
                seen.add(mark.partition());
            }
        }
        return seen.size() == recount.partitions();
    }

    private static String where(long epoch, int partition) {
        return "epoch " + epoch + ", partition " + partition;
    }

    private boolean isPlaced(String where, int partition, int partitions) {
        var placed = partitions == recount.partitions() && partition >= 0 && partition < partitions;
        if (!placed) {
            differences.note(() ->
                    new Difference(where, "one of " + recount.partitions() + " partitions", "one of " + partitions));
        }
        return placed;
    }

    /** Worlds that the run does not have are told of elsewhere: marks do not agree then. */
    private void compare(CountsMark mark, WorldDigest[] digests) {
        for (var ofWorld : mark.worlds()) {
            var world = worlds.indexOf(ofWorld.world());
            if (world >= 0) {
                var what = where(mark.epoch(), mark.partition()) + ", digest of " + ofWorld.world();
                differences.compare(what, digests[world], ofWorld.digest());
            }
        }
    }

    private void compare(PlaylistsMark mark) {
        var tally = recount.partition(mark.partition()).tally();
        var expected = new PlaylistsMark(
                mark.epoch(),
                mark.partition(),
                mark.partitions(),
                mark.worlds(),
                tally.training(),
                tally.heldOut(),
                tally.planted(),
                tally.applied(),
                tally.refused());
        differences.compare(where(mark.epoch(), mark.partition()) + ", playlists", expected, mark);
    }
}
