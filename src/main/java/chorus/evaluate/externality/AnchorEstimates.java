package chorus.evaluate.externality;

import chorus.playlist.Campaign;
import chorus.playlist.TrackId;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How rare a collective takes its anchors to be, and how rare they are (B24, §5: estimated against true anchor probability). The
 * estimate is of when the campaign starts, the truth that of the cut; they are the same where all playlists are known and none has
 * changed since. Undefined where a campaign does not tell its estimates.
 */
public final class AnchorEstimates {
    private static final Measure TRUE = of(
            "anchor_probability",
            "mean over the anchors of the members who plant: share of the twin's training playlists that hold one");
    private static final Measure ESTIMATED =
            of("anchor_probability_estimated", "the same as the collective estimates it when its campaign starts");
    private static final List<Measure> PLAYS = GainByPopularity.bins(
            "anchor_plays_estimated_from_",
            "playlists",
            "mean of the training plays that the collective estimates, over its anchors with ",
            "B24, §5");

    /** One a bin too, by the least plays of the bin's tracks. */
    public static final List<Measure> MEASURES =
            Stream.concat(Stream.of(TRUE, ESTIMATED), PLAYS.stream()).toList();

    private AnchorEstimates() {}

    private static Measure of(String name, String formula) {
        return new Measure(name, "ratio", Measure.Better.NEITHER, formula, "B24, §5");
    }

    /**
     * @param anchors of the members who plant
     * @param trainingPlaylists of the twin
     */
    public static Figures of(
            Externalities externalities, Campaign campaign, Collection<TrackId> anchors, long trainingPlaylists) {
        if (anchors.isEmpty() || campaign.estimates().isEmpty() || trainingPlaylists == 0) {
            return Figures.NONE;
        }
        var plays = IntStream.range(0, PLAYS.size())
                .mapToObj(bin -> Figures.NONE.with(
                        PLAYS.get(bin),
                        mean(
                                anchors.stream()
                                        .filter(anchor -> externalities.bin(anchor.value()) == bin)
                                        .toList(),
                                anchor -> trainingPlaylists
                                        * campaign.estimate(anchor).orElseThrow())))
                .reduce(Figures.NONE, Figures::and);
        return plays.with(
                        TRUE, mean(anchors, anchor -> (double) externalities.plays(anchor.value()) / trainingPlaylists))
                .with(ESTIMATED, mean(anchors, anchor -> campaign.estimate(anchor)
                        .orElseThrow()));
    }

    private static OptionalDouble mean(Collection<TrackId> anchors, ToDoubleFunction<TrackId> of) {
        return anchors.stream().mapToDouble(of).average();
    }
}
