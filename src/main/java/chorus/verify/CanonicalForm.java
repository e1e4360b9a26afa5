package chorus.verify;

import chorus.rows.PairRow;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.PlaylistRow;
import chorus.rows.PlaylistRow.View;
import chorus.rows.TrackCountRow;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The one form in which a row may say which worlds differ from the twin: worlds of the run that differ alike are one set, sets are
 * disjoint and ascend by their lowest world, and none differs by nothing.
 *
 * @param worlds how many the run has
 */
record CanonicalForm(int worlds) {
    /** What is wrong with a row's form, of the first pair that is at fault. */
    Optional<String> fault(PairRow row) {
        var differing = row.differing();
        if (differing.worlds().length != differing.at().length
                || differing.counts().window().length != differing.at().length
                || differing.counts().adjacent().length != differing.at().length) {
            return Optional.of("arrays that are not parallel");
        }
        for (var begin = 0; begin < differing.at().length; ) {
            var end = begin;
            while (end < differing.at().length
                    && differing.at()[end] == differing.at()[begin]) {
                end++;
            }
            var fault = fault(row, begin, end);
            if (fault.isPresent()) {
                return fault;
            }
            begin = end;
        }
        return Optional.empty();
    }

    /** Of what differs from {@code begin} to before {@code end}, which is of one pair. */
    private Optional<String> fault(PairRow row, int begin, int end) {
        var differing = row.differing();
        var at = differing.at()[begin];
        if (at < 0 || at >= row.to().length || begin > 0 && at < differing.at()[begin - 1]) {
            return Optional.of("differences out of order");
        }
        var counts = new ArrayList<Long>();
        for (var i = begin; i < end; i++) {
            counts.add(packed(differing.counts(), i));
        }
        return fault(packed(row.twin(), at), Arrays.copyOfRange(differing.worlds(), begin, end), counts);
    }

    private static long packed(PairCounts counts, int i) {
        return PairTally.counts(counts.window()[i], counts.adjacent()[i]);
    }

    Optional<String> fault(TrackCountRow row) {
        return fault(row.count(), row.worlds(), IntArrayList.wrap(row.counts()));
    }

    Optional<String> fault(PlaylistRow row) {
        var sets = row.others().stream().mapToInt(View::worlds).toArray();
        var views = row.others().stream()
                .map(other -> IntArrayList.wrap(other.tracks()))
                .toList();
        return fault(IntArrayList.wrap(row.tracks()), sets, views);
    }

    /** @param values parallel to {@code sets} */
    private Optional<String> fault(Object twin, int[] sets, List<?> values) {
        if (values.size() != sets.length) {
            return Optional.of("arrays that are not parallel");
        }
        var seen = new HashSet<Object>(List.of(twin));
        var taken = 1;
        for (var i = 0; i < sets.length; i++) {
            if (sets[i] == 0 || sets[i] >>> worlds != 0) {
                return Optional.of("worlds that the run does not have");
            }
            if ((sets[i] & taken) != 0) {
                return Optional.of("a world in two sets, or the twin in one");
            }
            if (i > 0 && Integer.lowestOneBit(sets[i]) < Integer.lowestOneBit(sets[i - 1])) {
                return Optional.of("sets out of order");
            }
            if (!seen.add(values.get(i))) {
                return Optional.of("worlds apart that agree");
            }
            taken |= sets[i];
        }
        return Optional.empty();
    }
}
