package chorus.evaluate;

import chorus.evaluate.accuracy.AccuracyTally;
import chorus.evaluate.accuracy.JudgedList;
import chorus.evaluate.amplification.EffectTally;
import chorus.evaluate.amplification.Interference;
import chorus.evaluate.amplification.PerformanceLoss;
import chorus.evaluate.amplification.RankQuantiles;
import chorus.evaluate.amplification.SceneService;
import chorus.evaluate.amplification.TargetRank;
import chorus.evaluate.bias.BiasMeasures;
import chorus.evaluate.bias.RecommendationTally;
import chorus.evaluate.bias.Repertoire;
import chorus.evaluate.externality.AnchorEstimates;
import chorus.evaluate.externality.Externalities;
import chorus.evaluate.externality.GainByAnchor;
import chorus.evaluate.externality.GainByPopularity;
import chorus.evaluate.externality.LorenzPoints;
import chorus.evaluate.externality.PlayCounts;
import chorus.playlist.Campaign;
import chorus.playlist.TrackId;
import chorus.recommend.Model;
import chorus.recommend.WorldCounts;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.TestRows.Tested;
import chorus.state.popularity.LongTail;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one world's model did for that world's test playlists, and what campaigns gained beside a twin. The model is not kept, and of
 * the counts only how many playlists hold each track.
 */
public final class WorldEvaluation {
    private final Sizes sizes;
    private final int[] trackCounts;
    private final List<Continuation> continuations;
    private final Figures figures;

    private WorldEvaluation(Sizes sizes, int[] trackCounts, List<Continuation> continuations, Figures figures) {
        this.sizes = sizes;
        this.trackCounts = trackCounts;
        this.continuations = continuations;
        this.figures = figures;
    }

    /**
     * Sizes of the counts that the model was made from.
     *
     * @param entries Σ training playlist lengths
     * @param tracks tracks with a count
     * @param pairs directed pairs with a count
     */
    public record Sizes(long trainingPlaylists, long entries, long tracks, long pairs) {
        static Sizes of(WorldCounts counts) {
            return new Sizes(counts.trainingPlaylists(), counts.entries(), counts.tracks(), counts.pairs());
        }
    }

    /**
     * Lets the model continue every test playlist. There are no figures without tests or without training data.
     *
     * @param tests ascending by id
     */
    public static WorldEvaluation of(Model model, WorldCounts counts, List<TestPlaylist> tests, EvaluationTerms terms) {
        var continuations = new ArrayList<Continuation>(tests.size());
        var accuracy = new AccuracyTally();
        var recommendations = new RecommendationTally();
        var lists = model.continuations(tests.stream().map(TestPlaylist::seed).toList(), terms.listLength());
        for (var i = 0; i < tests.size(); i++) {
            var test = tests.get(i);
            var list = lists.get(i);
            var counted = Arrays.copyOf(list, Math.min(test.heldOut().length, list.length));
            var judged = JudgedList.of(list, test.heldOut(), terms.listLength(), terms.artists()::of);
            var rare = Arrays.stream(test.seed()).anyMatch(track -> counts.count(track) <= terms.rareBound());
            continuations.add(new Continuation(test, list, judged, rare));
            accuracy.add(judged);
            recommendations.add(counted);
        }
        var longTail = LongTail.of(counts.trackCounts(), terms.headShare());
        var repertoire = Repertoire.of(counts.trackCounts(), terms.artists()::of);
        return new WorldEvaluation(
                Sizes.of(counts),
                counts.trackCounts(),
                continuations,
                BiasMeasures.of(recommendations, repertoire, longTail)
                        .and(counts.entries() == 0 ? Figures.NONE : accuracy.means()));
    }

    /** How well the model foretells playlists, tests or not; none without any. */
    public static Figures accuracy(Model model, List<TestPlaylist> playlists, EvaluationTerms terms) {
        var accuracy = new AccuracyTally();
        var lists =
                model.continuations(playlists.stream().map(TestPlaylist::seed).toList(), terms.listLength());
        for (var i = 0; i < playlists.size(); i++) {
            accuracy.add(
                    JudgedList.of(lists.get(i), playlists.get(i).heldOut(), terms.listLength(), terms.artists()::of));
        }
        return accuracy.means();
    }

    public Sizes sizes() {
        return sizes;
    }

    public int testPlaylists() {
        return continuations.size();
    }

    /** Of accuracy and bias. */
    public Figures figures() {
        return figures;
    }

    /** What was recommended, test by test. */
    public List<Tested> tests() {
        return continuations.stream().map(Continuation::tested).toList();
    }

    /** R by track id, of every track; none beyond the last that was recommended. */
    public long[] recommendations() {
        var end = continuations.stream()
                .flatMapToInt(each -> Arrays.stream(each.list(), 0, each.counted()))
                .max();
        var counts = new long[end.orElse(-1) + 1];
        continuations.forEach(
                each -> Arrays.stream(each.list(), 0, each.counted()).forEach(track -> counts[track]++));
        return counts;
    }

    /** R: test playlists with one of the tracks among their first K recommendations. */
    public long hits(Collection<TrackId> tracks) {
        return hits(Continuation.ids(tracks));
    }

    private long hits(IntOpenHashSet targets) {
        return continuations.stream()
                .filter(each -> each.recommendsAny(targets))
                .count();
    }

    /**
     * What {@code campaign} gained in this world beside {@code twin}, the same generation without any plants.
     *
     * @param members training playlists that hold a plant of it
     */
    public Effect effect(Campaign campaign, long members, WorldEvaluation twin) {
        var targets = Continuation.ids(campaign.targets());
        var anchors = Continuation.ids(campaign.anchors(members));
        var tally = new EffectTally();
        var ranks = new TargetRank();
        var loss = new PerformanceLoss();
        var service = new SceneService();
        var twins = new HashMap<Long, Continuation>();
        twin.continuations.forEach(each -> twins.put(each.test().id(), each));
        for (var each : continuations) {
            var other = twins.get(each.test().id());
            var inTwin = other != null && other.recommendsAny(anchors);
            tally.add(
                    each.test().heldOut().length,
                    each.recommendsAny(targets),
                    each.seedHoldsAny(anchors),
                    inTwin,
                    each.rareSeed());
            ranks.add(each.rank(targets));
            if (other != null) {
                loss.add(other.judged(), each.judged(), each.rank(targets));
                service.add(each.isOf(targets), other.served(targets), each.served(targets));
            }
        }
        tally.addTwinHits(twin.hits(targets));
        var effect = tally.effect(members, sizes.trainingPlaylists(), sizes.entries());
        var served = targets.size() > 1 ? service.figures() : Figures.NONE;
        return members == 0
                ? effect
                : effect.with(ranks.figures().and(loss.figures()).and(served));
    }

    /**
     * What the other campaigns of this world did to the hits of {@code campaign}.
     *
     * @param alone the world in which it happens and no other
     */
    public Figures interference(Campaign campaign, WorldEvaluation alone) {
        var value = Interference.of(hits(campaign.targets()), alone.hits(campaign.targets()));
        return Figures.NONE.with(Interference.MEASURE, value);
    }

    /** How evenly the recommendations fall on the tracks of the catalogue. */
    public Figures lorenz() {
        var recommended = recommendations();
        return LorenzPoints.of(IntStream.range(0, trackCounts.length)
                .filter(track -> trackCounts[track] > 0)
                .mapToLong(track -> track < recommended.length ? recommended[track] : 0)
                .toArray());
    }

    /** Where the target of a campaign stands in the lists. */
    public Figures ranks(Campaign campaign) {
        var targets = Continuation.ids(campaign.targets());
        return RankQuantiles.of(
                continuations.stream().mapToInt(each -> each.rank(targets)).toArray(),
                continuations.stream()
                        .mapToInt(each -> each.test().heldOut().length)
                        .toArray());
    }

    /**
     * Who gains and who loses recommendations against {@code twin}, by popularity there, and beside the anchors of those who plant.
     *
     * @param members training playlists that hold a plant of the campaign
     */
    public Figures gains(Campaign campaign, long members, WorldEvaluation twin) {
        var externalities = new Externalities(
                twin.recommendations(), recommendations(), twin.trackCounts, Continuation.ids(campaign.targets()));
        var planted = campaign.anchors(members);
        var anchors = Continuation.ids(planted);
        var counted =
                twin.continuations.stream().mapToLong(Continuation::counted).sum();
        return GainByPopularity.of(
                        externalities,
                        twin.testPlaylists(),
                        counted,
                        twin.sizes.trainingPlaylists(),
                        twin.sizes.entries())
                .and(GainByAnchor.of(externalities, anchors))
                .and(PlayCounts.of(externalities, anchors))
                .and(AnchorEstimates.of(externalities, campaign, planted, twin.sizes.trainingPlaylists()));
    }

    /** The row's part of a world in which {@code campaign} does not plant: no members, no ratio. */
    public Effect untouched(Campaign campaign) {
        return EffectTally.none(hits(campaign.targets()), hits(campaign.targets()));
    }

    /** The effect where there is no campaign at all. */
    public static Effect noCampaign() {
        return EffectTally.none(0, 0);
    }
}
