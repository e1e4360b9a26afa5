package chorus.rows;

import chorus.orders.AnyOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a run is told while it goes, as it is sent; what has kinds is written as in a page of settings. */
public sealed interface CampaignOrder extends AnyOrder {
    /** A campaign starts; the components are those of the settings. */
    record Start(
            String campaign,
            String strategy,
            Optional<String> target,
            OptionalInt budget,
            OptionalDouble alpha,
            List<Double> join,
            int hold,
            List<Double> leave,
            Optional<String> knowledge,
            Optional<String> noise,
            Optional<String> world)
            implements CampaignOrder {
        public Start {
            join = List.copyOf(join);
            leave = List.copyOf(leave);
        }
    }

    /** A campaign ends; its plants stay, or are taken back. */
    record End(String campaign, boolean stay) implements CampaignOrder {}

    /** A world comes to those that there are. */
    record AddWorld(String world) implements CampaignOrder {}

    /** A campaign, or a world. */
    @Override
    default String subject() {
        return switch (this) {
            case Start start -> start.campaign();
            case End(var campaign, var _) -> campaign;
            case AddWorld(var world) -> world;
        };
    }
}
