package chorus.config;

import chorus.config.RecommendSettings.Before;
import chorus.config.RecommendSettings.Normalisation;
import chorus.config.RecommendSettings.Pairs;
import chorus.config.RecommendSettings.Pooling;

/** Pooling with what is not named as in the reference. */
public final class SomePooling {
    public static final Before NOTHING_BEFORE = new Before(0, 5, 0.7, 50);

    private SomePooling() {}

    public static Pooling of(
            int rareBound, double popularityDiscount, double popularityOffset, double backOffWeight, double seedDecay) {
        return new Pooling(
                rareBound,
                popularityDiscount,
                popularityOffset,
                backOffWeight,
                Pairs.adjacent,
                Normalisation.L2,
                seedDecay,
                NOTHING_BEFORE);
    }
}
