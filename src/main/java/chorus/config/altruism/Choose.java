package chorus.config.altruism;

import chorus.config.kinds.Form;
import chorus.config.kinds.Range;

/** Which of the minority's items are promoted. */
public sealed interface Choose extends Form {
    /** Those that the minority would like best. */
    record Top() implements Choose {}

    /** Any. */
    record Random() implements Choose {}

    /** Those that this share of the minority would like best. */
    record Sample(double share) implements Choose {
        public Sample {
            Range.share("share", share);
        }
    }
}
