package chorus.evaluate.externality;

import java.util.OptionalDouble;

/**
 * What became of the recommendations of some tracks.
 *
 * @param tracks how many they are
 * @param before Σ R in the twin, in test playlists: R(s) counts those with s among their first K
 * @param after the same in the world of the campaign
 */
public record Change(long tracks, long before, long after) {
    static final Change NONE = new Change(0, 0, 0);

    Change and(long trackBefore, long trackAfter) {
        return new Change(tracks + 1, before + trackBefore, after + trackAfter);
    }

    /** Σ ΔR = Σ R − Σ R of the twin (B24, §5), in test playlists; below 0 where they lose. */
    public long delta() {
        return after - before;
    }

    /** Σ ΔR ÷ Σ R of the twin; undefined where that is 0. */
    public OptionalDouble relative() {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) delta() / before);
    }

    /** Mean ΔR of a track; undefined without tracks. */
    public OptionalDouble perTrack() {
        return tracks == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) delta() / tracks);
    }
}
