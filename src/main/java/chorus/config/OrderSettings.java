package chorus.config;

import chorus.config.CampaignSettings.Strategy;
import chorus.config.collective.Knows;
import chorus.config.collective.Noise;
import chorus.config.collective.Target;
import chorus.config.kinds.Choice;
import chorus.config.kinds.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An order, which a run takes while it goes, and the epoch from which it holds.
 *
 * @param epoch counted as the starts of campaigns are
 */
public record OrderSettings(int epoch, Order order) {
    private static final int MOST_LETTERS = 100;

    /** An order goes into one record of a generation, beside others. */
    private static final int MOST_SHARES = 1000;

    public OrderSettings {
        Range.within("epoch", epoch, 1, 100_000);
    }

    /** A page with nothing but orders: {@code orders.yaml}. */
    public record Page(List<OrderSettings> orders) {
        public Page {
            orders = List.copyOf(orders);
        }
    }

    /** What is ordered. */
    public sealed interface Order extends Choice {
        /**
         * A campaign starts. Its members are drawn after those of all campaigns before it; no other campaign has them too.
         *
         * @param world in which it happens; absent: the first beside the twin without a campaign, else the only one
         */
        record Start(
                String campaign,
                Strategy strategy,
                Optional<Target> target,
                OptionalInt budget,
                OptionalDouble alpha,
                List<Double> join,
                int hold,
                List<Double> leave,
                Optional<Knows> knowledge,
                Optional<Noise> noise,
                Optional<String> world)
                implements Order {
            public Start {
                Range.line("campaign", campaign, MOST_LETTERS);
                join = List.copyOf(join);
                leave = List.copyOf(leave);
                Range.within("join, how many shares", join.size(), 1, MOST_SHARES);
                Range.within("leave, how many shares", leave.size(), 0, MOST_SHARES);
                if (budget.isEmpty() && alpha.isEmpty()) {
                    throw new IllegalArgumentException("budget, alpha: one of them must be given");
                }
                if (strategy instanceof Strategy.File) {
                    throw new IllegalArgumentException(
                            "strategy: File is none that can be ordered: its file would have to lie beside every writer");
                }
                var _ = settings(campaign, strategy, target, budget, alpha, 1, join, hold, leave, knowledge, noise);
            }

            CampaignSettings from(int epoch) {
                return settings(campaign, strategy, target, budget, alpha, epoch, join, hold, leave, knowledge, noise);
            }

            /** The same in a world that is named. */
            public Start in(String named) {
                return new Start(
                        campaign,
                        strategy,
                        target,
                        budget,
                        alpha,
                        join,
                        hold,
                        leave,
                        knowledge,
                        noise,
                        Optional.of(named));
            }
        }

        /** A campaign ends. */
        record End(String campaign, Plants plants) implements Order {
            public End {
                Range.line("campaign", campaign, MOST_LETTERS);
            }
        }

        /** A world comes to those that there are; it equals the twin until a campaign happens there. */
        record AddWorld(String world) implements Order {
            public AddWorld {
                WorldsSettings.Named.requireName("world", world);
            }
        }

        /** What it is about: a campaign, or a world. */
        default String subject() {
            return switch (this) {
                case Start start -> start.campaign();
                case End(var campaign, var _) -> campaign;
                case AddWorld(var world) -> world;
            };
        }
    }

    /** What becomes of the plants of a campaign that is ended. */
    public enum Plants {
        /** They are taken back by the shares of its {@code leave}; at once where it has none. */
        back,
        /** Who holds one keeps it; nobody joins any more. */
        stay
    }

    private static CampaignSettings settings(
            String campaign,
            Strategy strategy,
            Optional<Target> target,
            OptionalInt budget,
            OptionalDouble alpha,
            int start,
            List<Double> join,
            int hold,
            List<Double> leave,
            Optional<Knows> knowledge,
            Optional<Noise> noise) {
        return new CampaignSettings(
                campaign,
                strategy,
                target,
                budget,
                alpha,
                Optional.empty(),
                start,
                join,
                hold,
                leave,
                knowledge,
                noise);
    }
}
