package chorus.evaluate.externality;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What became of the recommendations of the tracks that a campaign puts its target next to, and of all others (B24, §5). */
public final class GainByAnchor {
    private static final Measure ANCHORS =
            of("anchors", "tracks", "anchors of the members who plant, in the twin's catalogue");
    private static final Measure DELTA_ANCHORS = of("delta_r_anchors", "playlists", "Σ ΔR over the anchors");
    private static final Measure TWIN_ANCHORS = of("r_twin_anchors", "playlists", "Σ R in the twin over the anchors");
    private static final Measure DELTA_OTHERS =
            of("delta_r_others", "playlists", "Σ ΔR over all other tracks but the target");
    private static final Measure TWIN_OTHERS = of("r_twin_others", "playlists", "Σ R in the twin over these");

    private static final Measure SHARE_ANCHORS =
            of("delta_r_share_anchors", "ratio", "Σ ΔR ÷ Σ R in the twin over the anchors");
    private static final Measure SHARE_OTHERS =
            of("delta_r_share_others", "ratio", "Σ ΔR ÷ Σ R in the twin over all other tracks but the target");

    public static final List<Measure> MEASURES =
            List.of(ANCHORS, DELTA_ANCHORS, TWIN_ANCHORS, DELTA_OTHERS, TWIN_OTHERS, SHARE_ANCHORS, SHARE_OTHERS);

    private GainByAnchor() {}

    private static Measure of(String name, String unit, String formula) {
        return new Measure(name, unit, Measure.Better.NEITHER, formula, "B24, §5");
    }

    /** @param anchors by track id; without any, all tracks are others */
    public static Figures of(Externalities externalities, IntSet anchors) {
        var own = externalities.ofAnchors(anchors);
        var others = externalities.ofOthers(anchors);
        return Stream.of(
                        figure(ANCHORS, own.tracks()),
                        figure(DELTA_ANCHORS, own.delta()),
                        figure(TWIN_ANCHORS, own.before()),
                        figure(DELTA_OTHERS, others.delta()),
                        figure(TWIN_OTHERS, others.before()))
                .reduce(Figures.NONE, Figures::and)
                .with(SHARE_ANCHORS, own.relative())
                .with(SHARE_OTHERS, others.relative());
    }

    private static Figures figure(Measure measure, long value) {
        return Figures.NONE.with(measure, OptionalDouble.of((double) value));
    }
}
