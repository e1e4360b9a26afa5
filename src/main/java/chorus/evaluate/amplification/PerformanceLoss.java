package chorus.evaluate.amplification;

import chorus.evaluate.accuracy.Clicks;
import chorus.evaluate.accuracy.JudgedList;
import chorus.evaluate.accuracy.ListMeasure;
import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.RPrecision;
import chorus.rows.results.Figures;
import chorus.rows.results.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a campaign costs everybody (B24, §5): a measure's mean in the twin − that in the world, the other way round where less is
 * better, so that a loss is above 0; over the tests of both. Beside it what a target can do at most. Adversarial: in the twin's lists,
 * the first relevant track is erased wherever the target is within the first K of the world's list. Optimistic: in the world's lists,
 * the target is taken for a relevant track that is not listed yet.
 */
public final class PerformanceLoss {
    public static final Measure NDCG = observed(Ndcg.MEASURE);
    public static final Measure NDCG_OPTIMISTIC = optimistic(NDCG);
    public static final Measure NDCG_ADVERSARIAL = adversarial(NDCG);
    public static final Measure R_PRECISION = observed(RPrecision.MEASURE);
    public static final Measure R_PRECISION_OPTIMISTIC = optimistic(R_PRECISION);
    public static final Measure R_PRECISION_ADVERSARIAL = adversarial(R_PRECISION);
    public static final Measure CLICKS = observed(Clicks.MEASURE);
    public static final Measure CLICKS_OPTIMISTIC = optimistic(CLICKS);
    public static final Measure CLICKS_ADVERSARIAL = adversarial(CLICKS);

    private final List<Loss> losses = List.of(
            new Loss(new Ndcg(), NDCG, NDCG_OPTIMISTIC, NDCG_ADVERSARIAL),
            new Loss(new RPrecision(), R_PRECISION, R_PRECISION_OPTIMISTIC, R_PRECISION_ADVERSARIAL),
            new Loss(new Clicks(), CLICKS, CLICKS_OPTIMISTIC, CLICKS_ADVERSARIAL));
    private long tests;

    private static Measure observed(Measure of) {
        return new Measure(
                "loss_" + of.name(),
                of.unit(),
                Measure.Better.LESS,
                of.better() == Measure.Better.LESS
                        ? "mean " + of.name() + " in the world − in the twin, over the tests of both"
                        : "mean " + of.name() + " in the twin − in the world, over the tests of both",
                "B24, §5");
    }

    private static Measure optimistic(Measure of) {
        return new Measure(
                of.name() + "_optimistic",
                of.unit(),
                Measure.Better.LESS,
                "the same with the target taken for a relevant track that is not listed yet",
                "B24, §5");
    }

    private static Measure adversarial(Measure of) {
        return new Measure(
                of.name() + "_adversarial",
                of.unit(),
                Measure.Better.LESS,
                "the same with the twin's lists, less their first relevant track where the target is a hit",
                "B24, §5");
    }

    /**
     * One test; add in ascending playlist id.
     *
     * @param twin its list in the twin
     * @param own its list in the world
     * @param rank of the target in that, from 0; negative where the list lacks it
     */
    public void add(JudgedList twin, JudgedList own, int rank) {
        tests++;
        var optimistic = rank < 0 ? own : own.withHitAt(rank);
        var adversarial = rank >= 0 && rank < own.heldOut() ? twin.withoutFirstHit() : twin;
        losses.forEach(loss -> loss.add(twin, own, optimistic, adversarial));
    }

    /** None without a test. */
    public Figures figures() {
        return losses.stream().map(loss -> loss.figures(tests)).reduce(Figures.NONE, Figures::and);
    }

    /** What is measured. */
    static List<Measure> measures() {
        return new PerformanceLoss()
                .losses.stream().flatMap(loss -> loss.measures.stream()).toList();
    }

    /** Sums of one measure's losses: observed, optimistic, adversarial. */
    private static final class Loss {
        private final ListMeasure of;
        private final List<Measure> measures;
        private final double[] sums = new double[3];

        Loss(ListMeasure of, Measure... measures) {
            this.of = of;
            this.measures = List.of(measures);
        }

        void add(JudgedList twin, JudgedList... instead) {
            var sign = of.measure().better() == Measure.Better.LESS ? -1 : 1;
            for (var i = 0; i < sums.length; i++) {
                sums[i] += sign * (of.of(twin) - of.of(instead[i]));
            }
        }

        Figures figures(long tests) {
            var figures = new ArrayList<Figures>();
            for (var i = 0; i < sums.length && tests > 0; i++) {
                figures.add(Figures.NONE.with(measures.get(i), OptionalDouble.of(sums[i] / tests)));
            }
            return figures.stream().reduce(Figures.NONE, Figures::and);
        }
    }
}
