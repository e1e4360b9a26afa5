package chorus.evaluate.bias;

import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import chorus.state.popularity.LongTail;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All measures of popularity bias of one tally over one catalogue. */
public final class BiasMeasures {
    private static final List<BiasMeasure> MEASURES = List.of(
            new BiasMeasure(Gini.TRACKS, all -> Gini.of(all.tracks())),
            new BiasMeasure(Gini.ARTISTS, all -> Gini.of(all.artists())),
            new BiasMeasure(LorenzShare.TRACKS, all -> LorenzShare.topTenth(all.tracks())),
            new BiasMeasure(LorenzShare.ARTISTS, all -> LorenzShare.topTenth(all.artists())),
            new BiasMeasure(Arp.MEASURE, all -> Arp.of(all.tally(), all.repertoire())),
            new BiasMeasure(Aplt.MEASURE, all -> Aplt.of(all.tally(), all.repertoire(), all.longTail())),
            new BiasMeasure(Coverage.MEASURE, all -> Coverage.of(all.tracks())),
            new BiasMeasure(Gini.ELLIOT, all -> Gini.elliot(all.tracks())),
            new BiasMeasure(Gini.RECBOLE, all -> Gini.recBole(all.tracks())),
            new BiasMeasure(
                    Entropy.MEASURE, all -> Entropy.of(all.tracks(), all.tally().total())));

    private BiasMeasures() {}

    private record BiasMeasure(Measure measure, ToDoubleFunction<Recommended> of) {}

    /** All that was recommended, counted over tracks and over artists. */
    private record Recommended(
            RecommendationTally tally, Repertoire repertoire, LongTail longTail, long[] tracks, long[] artists) {}

    /** None where nothing was recommended. */
    public static Figures of(RecommendationTally tally, Repertoire repertoire, LongTail longTail) {
        var figures = new HashMap<String, Double>();
        if (tally.total() > 0) {
            var all = new Recommended(
                    tally, repertoire, longTail, tally.overTracks(repertoire), tally.overArtists(repertoire));
            MEASURES.forEach(
                    each -> figures.put(each.measure().name(), each.of().applyAsDouble(all)));
        }
        return new Figures(figures);
    }

    /** What is measured. */
    public static List<Measure> measures() {
        return MEASURES.stream().map(BiasMeasure::measure).toList();
    }
}
