package chorus.config.altruism;

import chorus.config.kinds.Form;
import java.util.OptionalInt;

/** When altruists begin to act. */
public sealed interface Begin extends Form {
    /** In this round. */
    @Form.Plain
    record Round(int number) implements Begin {}

    /** Never, unless an order starts them. */
    record Never() implements Begin {}

    /** The first round in which they act. */
    default OptionalInt first() {
        return switch (this) {
            case Round(var number) -> OptionalInt.of(number);
            case Never() -> OptionalInt.empty();
        };
    }
}
