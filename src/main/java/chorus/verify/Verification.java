package chorus.verify;

import java.util.List;

/**
 * What a verification found.
 *
 * @param lastEpoch the newest epoch that is complete and published in all partitions
 * @param epochsCompared epochs up to it of which every partition's mark was still readable, and was compared
 * @param rowsCompared pairs, tracks and held-out playlists of the last epoch that were compared, all worlds of one together
 * @param differences how many differ
 * @param first the first of them
 */
public record Verification(
        long lastEpoch, int epochsCompared, long rowsCompared, long differences, List<Difference> first) {
    public Verification {
        first = List.copyOf(first);
    }

    /** One fact that the log and the published rows tell differently. */
    public record Difference(String what, String expected, String actual) {
        @Override
        public String toString() {
            return what + ": expected " + expected + ", published " + actual;
        }
    }
}
