package chorus.verify;

import chorus.rows.CountsMark;
import chorus.rows.PlaylistsMark;
import java.util.HashSet;

/** Holds the marks of an epoch against the recount at its cut. */
final class MarkComparison {
    private final Published published;
    private final Recount recount;
    private final Differences differences;

    MarkComparison(Published published, Recount recount, Differences differences) {
        this.published = published;
        this.recount = recount;
        this.differences = differences;
    }

    /** @return whether every partition's digest was there to be compared */
    boolean compare(long epoch) {
        var tallies = published.playlistsMarks(epoch);
        tallies.forEach(this::compare);
        var marks = published.countsMarks(epoch);
        if (marks.isEmpty()) {
            return false;
        }
        var partitions = marks.getFirst().partitions();
        var prints = recount.cut().fingerprints(partitions);
        var seen = new HashSet<Integer>();
        for (var mark : marks) {
            compare(mark, prints[mark.partition()]);
            seen.add(mark.partition());
        }
        return seen.size() == partitions;
    }

    private void compare(CountsMark mark, WorldTally.Fingerprint print) {
        var where = "epoch " + mark.epoch() + ", partition " + mark.partition();
        differences.compare(where + ", factual digest", print.factual(), mark.factual());
        differences.compare(where + ", counterfactual digest", print.counterfactual(), mark.counterfactual());
    }

    private void compare(PlaylistsMark mark) {
        var tally = recount.tally(mark.partition());
        var expected = new PlaylistsMark(
                mark.epoch(),
                mark.partition(),
                mark.partitions(),
                tally.training,
                tally.heldOut,
                tally.applied,
                tally.refused);
        differences.compare(
                "epoch " + mark.epoch() + ", partition " + mark.partition() + ", playlists", expected, mark);
    }
}
