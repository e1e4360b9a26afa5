package chorus.config.altruism;

import chorus.config.kinds.Beside;
import chorus.config.kinds.Choice;
import chorus.config.kinds.Range;
import java.util.List;
import java.util.Optional;

/** An order about altruists, which a run takes while it goes, and the first round in which it holds. */
public record AltruismOrder(int round, Order order) {
    public AltruismOrder {
        Range.within("round", round, 1, Collective.MOST_ROUNDS);
    }

    /** A page with nothing but orders: {@code orders.yaml}. */
    public record Page(List<AltruismOrder> orders) {
        public Page {
            orders = List.copyOf(orders);
        }
    }

    /** What is ordered. */
    public sealed interface Order extends Choice {
        /**
         * Altruists that wait begin to act.
         *
         * @param world theirs; absent: the first one whose altruists wait
         * @param own what they have other than their world had in mind
         */
        record Start(Optional<String> world, @Beside Own own) implements Order {
            public Start {
                world.ifPresent(name -> Range.name("world", name));
                var _ = own.over(Collective.NOBODY, Collective.NOBODY.begin());
            }

            /** The same in a world that is named. */
            public Start in(String named) {
                return new Start(Optional.of(named), own);
            }
        }

        /** The altruists of a world act no more, and take their ratings back. */
        record End(String world) implements Order {
            public End {
                Range.name("world", world);
            }
        }
    }
}
