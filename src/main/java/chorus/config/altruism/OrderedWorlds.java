package chorus.config.altruism;

import chorus.config.altruism.AltruismOrder.Order;
import chorus.config.kinds.Range;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The worlds of a run as its settings name them and orders go on, each held to those before it in the list, whatever their rounds. An
 * order says what the altruists of one world are from its round on; other worlds, and rounds before it, stay as they are.
 */
public final class OrderedWorlds {
    private final SequencedMap<String, World> worlds = new LinkedHashMap<>();
    private final Map<String, Integer> started = new HashMap<>();
    private final Map<String, Integer> ended = new HashMap<>();
    private final int rounds;
    private final int minorityItems;

    private OrderedWorlds(List<World> named, int rounds, int minorityItems) {
        named.forEach(world -> worlds.put(world.name(), world));
        this.rounds = rounds;
        this.minorityItems = minorityItems;
    }

    /**
     * @param rounds of the run
     * @throws IllegalArgumentException where an order cannot hold; the message begins with its key
     */
    public static List<World> of(List<World> named, List<AltruismOrder> orders, int rounds, int minorityItems) {
        var ordered = new OrderedWorlds(named, rounds, minorityItems);
        for (var i = 0; i < orders.size(); i++) {
            ordered.take(orders.get(i), "orders[" + i + "].");
        }
        return List.copyOf(ordered.worlds.values());
    }

    private void take(AltruismOrder order, String key) {
        Range.within(key + "round", order.round(), 1, Math.max(1, rounds - 1));
        var world =
                switch (order.order()) {
                    case Order.Start start -> start(start, order.round(), key);
                    case Order.End(var name) -> end(altruistic(name, key), order.round(), key);
                };
        worlds.put(world.name(), world);
    }

    private World start(Order.Start start, int round, String key) {
        var world = start.world().map(name -> altruistic(name, key)).orElseGet(() -> waiting(key));
        var now = world.newest().orElseThrow();
        var wrong = key + "world = " + world.name() + ": ";
        if (started.containsKey(world.name())) {
            throw new IllegalArgumentException(
                    wrong + "an order starts its altruists in round " + started.get(world.name()));
        }
        now.begin().first().ifPresent(first -> {
            throw new IllegalArgumentException(wrong + "its altruists begin in round " + first
                    + " as it is; those that an order is to start have begin: never");
        });
        var begun = start.own().over(now, new Begin.Round(round));
        begun.within(key, minorityItems);
        started.put(world.name(), round);
        return world.turning(round, begun);
    }

    /** The first world whose altruists wait for an order. */
    private World waiting(String key) {
        return worlds.values().stream()
                .filter(world -> world.newest()
                        .filter(altruists -> altruists.begin() instanceof Begin.Never)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        key + "world: the altruists of none wait for an order (begin: never)"));
    }

    private World end(World world, int round, String key) {
        var now = world.newest().orElseThrow();
        var wrong = key + "world = " + world.name() + ": ";
        if (ended.containsKey(world.name())) {
            throw new IllegalArgumentException(
                    wrong + "an order ends its altruists in round " + ended.get(world.name()));
        }
        var first = now.begin()
                .first()
                .orElseThrow(() -> new IllegalArgumentException(
                        wrong + "its altruists have not begun, they wait for an order that starts them"));
        if (first >= round) {
            throw new IllegalArgumentException(wrong + "its altruists begin in round " + first
                    + ", and can be ended from the one after that on, not in round " + round);
        }
        if (now.end().isPresent() && now.end().getAsInt() <= round) {
            throw new IllegalArgumentException(
                    wrong + "its altruists end in round " + now.end().getAsInt() + " as it is");
        }
        ended.put(world.name(), round);
        return world.turning(round, now.ending(round));
    }

    private World altruistic(String name, String key) {
        var wrong = key + "world = " + name + ": ";
        var world = worlds.get(name);
        if (world == null) {
            throw new IllegalArgumentException(wrong + "there is no such world; there are " + known());
        }
        if (world.collective().isEmpty()) {
            throw new IllegalArgumentException(
                    wrong + "is the twin, in which there are no altruists; others are " + known());
        }
        return world;
    }

    private String known() {
        return worlds.values().stream()
                .filter(world -> world.collective().isPresent())
                .map(World::name)
                .collect(Collectors.joining(", "));
    }
}
