package chorus.evaluate.externality;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many tracks are played how often, and how often those truly are that a campaign puts its target next to, whatever it takes
 * them for. Bins as those of {@link Externalities#byPopularity}.
 */
public final class PlayCounts {
    private static final List<Measure> TRACKS =
            GainByPopularity.bins("tracks_from_", "tracks", "tracks with ", "this project");
    private static final List<Measure> ANCHORS =
            GainByPopularity.bins("anchors_from_", "tracks", "anchors of the members who plant with ", "this project");

    /** One a bin and figure, by the least plays of the bin's tracks. */
    public static final List<Measure> MEASURES =
            Stream.of(TRACKS, ANCHORS).flatMap(List::stream).toList();

    private PlayCounts() {}

    /** @param anchors by track id; of a campaign without any, none are counted */
    public static Figures of(Externalities externalities, IntSet anchors) {
        var all = figures(TRACKS, externalities.tracksByPopularity(_ -> true));
        return anchors.isEmpty() ? all : all.and(figures(ANCHORS, externalities.tracksByPopularity(anchors::contains)));
    }

    private static Figures figures(List<Measure> measures, List<Long> tracks) {
        return IntStream.range(0, tracks.size())
                .mapToObj(i -> Figures.NONE.with(measures.get(i), OptionalDouble.of((double) tracks.get(i))))
                .reduce(Figures.NONE, Figures::and);
    }
}
