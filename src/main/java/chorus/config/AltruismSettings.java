package chorus.config;

import chorus.config.kinds.Beside;
import chorus.config.kinds.Form;
import chorus.config.kinds.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A platform that completes ratings in rounds, and users of its majority who rate up what the minority would love (Fedorova, Kitch
 * and Podimata 2025).
 *
 * @param truth what each pair would be worth
 * @param explore items that are shown to each user in a round, whatever the platform thinks
 * @param error standard deviation of what a user says of an item around what it is worth to her
 * @param rank directions that completion by alternating least squares can hold
 * @param ridge its penalty on each row
 * @param itemWeight γ: before truncation columns are scaled by their length to the power −γ; 0: they are not
 * @param floor of completion: a user whose best rating is below it gets the most popular item
 * @param worlds empty: {@code factual} with the altruists and {@code counterfactual} without
 */
public record AltruismSettings(
        int users,
        int items,
        int minorityUsers,
        int minorityItems,
        TruthKind truth,
        int rounds,
        int explore,
        double error,
        Tolerance tolerance,
        PlatformKind platform,
        int rank,
        double ridge,
        double itemWeight,
        double floor,
        @Beside Collective collective,
        List<Named> worlds) {
    private static final int MOST_USERS = 1_000_000;
    private static final int MOST_ITEMS = 100_000;
    private static final int MOST_ROUNDS = 10_000;
    private static final int MOST_WORLDS = 64;
    private static final Collective NOBODY = new Collective(
            0, Willing.first, new Eta.Value(0), 1, new Choose.Top(), 0, 1, 0, OptionalInt.empty(), 0, 0, 0, 1);

    public AltruismSettings {
        Range.within("users", users, 2, MOST_USERS);
        Range.within("items", items, 2, MOST_ITEMS);
        Range.within("minorityUsers", minorityUsers, 1, users - 1);
        Range.within("minorityItems", minorityItems, 1, items - 1);
        Range.within("rounds", rounds, 1, MOST_ROUNDS);
        Range.within("explore", explore, 0, items);
        Range.within("error", error, 0, 1000);
        Range.within("rank", rank, 1, 256);
        Range.positive("ridge", ridge, 1e6);
        Range.within("itemWeight", itemWeight, 0, 4);
        Range.within("floor", floor, 0, 1e6);
        collective.within("", minorityItems);
        worlds = List.copyOf(worlds);
        check(worlds, collective, minorityItems);
    }

    private static void check(List<Named> worlds, Collective collective, int minorityItems) {
        if (worlds.size() > MOST_WORLDS) {
            throw new IllegalArgumentException(
                    "worlds: " + worlds.size() + " of them; at most " + MOST_WORLDS + " are allowed");
        }
        var names = new HashSet<String>();
        for (var i = 0; i < worlds.size(); i++) {
            var world = worlds.get(i);
            if (!names.add(world.name())) {
                throw new IllegalArgumentException("worlds[" + i + "].name = " + world.name() + ": is there already");
            }
            world.over(collective).within("worlds[" + i + "].", minorityItems);
        }
        var twins = worlds.stream().filter(world -> !world.altruists()).count();
        if (!worlds.isEmpty() && twins != 1) {
            throw new IllegalArgumentException(
                    "worlds: " + twins + " of them have altruists: false; exactly one has, the twin");
        }
    }

    /** The same without what one world may have other than another. */
    public AltruismSettings ground() {
        return new AltruismSettings(
                users,
                items,
                minorityUsers,
                minorityItems,
                truth,
                rounds,
                explore,
                error,
                tolerance,
                platform,
                rank,
                ridge,
                itemWeight,
                floor,
                NOBODY,
                List.of());
    }

    /** The worlds of a run, as they are shown: the twin where it is named. */
    public List<World> allWorlds() {
        if (worlds.isEmpty()) {
            return List.of(
                    new World("factual", Optional.of(collective)), new World("counterfactual", Optional.empty()));
        }
        var all = new ArrayList<World>();
        for (var world : worlds) {
            all.add(new World(
                    world.name(), world.altruists() ? Optional.of(world.over(collective)) : Optional.empty()));
        }
        return List.copyOf(all);
    }

    /** The names of the worlds by their places in sets of worlds: the twin first, the others as they are shown. */
    public List<String> byPlace() {
        return Stream.concat(
                        allWorlds().stream().filter(world -> world.collective().isEmpty()),
                        allWorlds().stream().filter(world -> world.collective().isPresent()))
                .map(World::name)
                .toList();
    }

    /** A world of a run, with its altruists; the twin has none. */
    public record World(String name, Optional<Collective> collective) {}

    /** Where the worth of each pair comes from. */
    public sealed interface TruthKind extends Form {
        /** Two blocks of tastes, drawn. */
        record Drawn() implements TruthKind {}

        /** Lines {@code user,item,value}; pairs that are in none are worth 0. */
        record File(String file) implements TruthKind {
            public File {
                Range.line("file", file, 1000);
            }
        }
    }

    /** Who of the majority is willing. */
    public enum Willing {
        /** Each with the probability {@code share}, by chance of her own. */
        drawn,
        /** The first so many, by id. */
        first
    }

    /** How much of the completed ratings a platform is content to lose: it keeps the fewest directions that do. */
    public sealed interface Tolerance extends Form {
        /** Every direction of a singular value above this is kept. */
        record Absolute(double absolute) implements Tolerance {
            public Absolute {
                Range.within("absolute", absolute, 0, 1e9);
            }
        }

        /** Every direction is kept that holds more than this share of all singular values' sum. */
        record Share(double share) implements Tolerance {
            public Share {
                Range.share("share", share);
            }
        }
    }

    /** How a platform comes to ratings for all pairs. */
    public sealed interface PlatformKind extends Form {
        /** From those observed, by alternating least squares. */
        record Als() implements PlatformKind {}

        /** It observes every pair from the start, without error. */
        record Svd() implements PlatformKind {}
    }

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

    /**
     * The altruists.
     *
     * @param share of the majority that are willing
     * @param willing which of them
     * @param targets items that are promoted
     * @param actions ratings that a member gives in all
     * @param pace ratings that a member gives in a round
     * @param begin the first round in which they act
     * @param end the first round in which they do so no more and take their ratings back
     * @param cost who is willing takes part while altruism · belief is at least this
     * @param belief at first, that it helps
     * @param memory weight of the belief so far, beside what was seen in the last round
     * @param patience who has less than (1 − patience) of the best she had leaves for good
     */
    public record Collective(
            double share,
            Willing willing,
            Eta eta,
            int targets,
            Choose choose,
            int actions,
            int pace,
            int begin,
            OptionalInt end,
            double cost,
            double belief,
            double memory,
            double patience) {
        private void within(String prefix, int minorityItems) {
            Range.share(prefix + "share", share);
            Range.within(prefix + "targets", targets, 1, minorityItems);
            Range.within(prefix + "actions", actions, 0, MOST_ITEMS);
            Range.within(prefix + "pace", pace, 1, MOST_ITEMS);
            Range.within(prefix + "begin", begin, 0, MOST_ROUNDS);
            end.ifPresent(round -> Range.within(prefix + "end", round, begin, MOST_ROUNDS));
            Range.within(prefix + "cost", cost, 0, 1000);
            Range.within(prefix + "belief", belief, 0, 1000);
            Range.share(prefix + "memory", memory);
            Range.share(prefix + "patience", patience);
        }
    }

    /** A named world; what it does not say of its altruists it takes from the section. */
    public record Named(
            String name,
            boolean altruists,
            OptionalDouble share,
            Optional<Willing> willing,
            Optional<Eta> eta,
            OptionalInt targets,
            Optional<Choose> choose,
            OptionalInt actions,
            OptionalInt pace,
            OptionalInt begin,
            OptionalInt end,
            OptionalDouble cost,
            OptionalDouble belief,
            OptionalDouble memory,
            OptionalDouble patience) {
        public Named {
            Range.name("name", name);
        }

        private Collective over(Collective base) {
            return new Collective(
                    share.orElse(base.share),
                    willing.orElse(base.willing),
                    eta.orElse(base.eta),
                    targets.orElse(base.targets),
                    choose.orElse(base.choose),
                    actions.orElse(base.actions),
                    pace.orElse(base.pace),
                    begin.orElse(base.begin),
                    end.isPresent() ? end : base.end,
                    cost.orElse(base.cost),
                    belief.orElse(base.belief),
                    memory.orElse(base.memory),
                    patience.orElse(base.patience));
        }
    }
}
