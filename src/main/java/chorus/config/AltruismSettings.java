package chorus.config;

import chorus.config.altruism.AltruismOrder;
import chorus.config.altruism.Collective;
import chorus.config.altruism.NamedWorld;
import chorus.config.altruism.OrderedWorlds;
import chorus.config.altruism.World;
import chorus.config.kinds.Beside;
import chorus.config.kinds.Form;
import chorus.config.kinds.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
 * @param orders to altruists while the run goes
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
        List<NamedWorld> worlds,
        List<AltruismOrder> orders) {
    private static final int MOST_USERS = 1_000_000;
    private static final int MOST_WORLDS = 64;

    public AltruismSettings {
        Range.within("users", users, 2, MOST_USERS);
        Range.within("items", items, 2, Collective.MOST_ITEMS);
        Range.within("minorityUsers", minorityUsers, 1, users - 1);
        Range.within("minorityItems", minorityItems, 1, items - 1);
        Range.within("rounds", rounds, 1, Collective.MOST_ROUNDS);
        Range.within("explore", explore, 0, items);
        Range.within("error", error, 0, 1000);
        Range.within("rank", rank, 1, 256);
        Range.positive("ridge", ridge, 1e6);
        Range.within("itemWeight", itemWeight, 0, 4);
        Range.within("floor", floor, 0, 1e6);
        collective.within("", minorityItems);
        worlds = List.copyOf(worlds);
        check(worlds, collective, minorityItems);
        orders = List.copyOf(orders);
        OrderedWorlds.of(named(worlds, collective), orders, rounds, minorityItems);
    }

    private static void check(List<NamedWorld> worlds, Collective collective, int minorityItems) {
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
        return with(Collective.NOBODY, List.of(), List.of());
    }

    /** The same with one more order. */
    public AltruismSettings ordered(AltruismOrder order) {
        return with(
                collective,
                worlds,
                Stream.concat(orders.stream(), Stream.of(order)).toList());
    }

    private AltruismSettings with(Collective others, List<NamedWorld> named, List<AltruismOrder> ordered) {
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
                others,
                named,
                ordered);
    }

    /** The worlds of a run, as they are shown, with all that the orders bring: the twin where it is named. */
    public List<World> allWorlds() {
        return OrderedWorlds.of(named(worlds, collective), orders, rounds, minorityItems);
    }

    private static List<World> named(List<NamedWorld> worlds, Collective collective) {
        if (worlds.isEmpty()) {
            return List.of(
                    new World("factual", Optional.of(collective)), new World("counterfactual", Optional.empty()));
        }
        return worlds.stream()
                .map(world -> new World(
                        world.name(), world.altruists() ? Optional.of(world.over(collective)) : Optional.empty()))
                .toList();
    }

    /** The names of the worlds by their places in sets of worlds: the twin first, the others as they are shown. */
    public List<String> byPlace() {
        return Stream.concat(
                        allWorlds().stream().filter(world -> world.collective().isEmpty()),
                        allWorlds().stream().filter(world -> world.collective().isPresent()))
                .map(World::name)
                .toList();
    }

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
}
