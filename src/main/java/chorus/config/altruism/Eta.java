package chorus.config.altruism;

import chorus.config.kinds.Form;
import chorus.config.kinds.Range;

/** What a member says of a promoted item. */
public sealed interface Eta extends Form {
    /** This. */
    @Form.Plain
    record Value(double value) implements Eta {
        public Value {
            Range.within("value", value, 0, 1000);
        }
    }

    /** The middle of the band in which a value works, by its closed form. */
    record Middle() implements Eta {}

    /** The middle of the band, whose lower end is found by bisection on the spectrum of all ratings. */
    record Bisected() implements Eta {}
}
