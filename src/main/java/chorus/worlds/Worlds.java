package chorus.worlds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The worlds of a run. Bit 0 is that of the twin, the one without campaigns; the others follow in the order in which they are
 * named.
 *
 * @param named in the order in which they are shown
 */
public record Worlds(List<World> named) {
    public Worlds {
        named = List.copyOf(named);
    }

    /** @param campaignsOf by the world's name; exactly one world has none */
    public static Worlds of(SequencedMap<String, Set<String>> campaignsOf) {
        var twins = campaignsOf.values().stream().filter(Set::isEmpty).count();
        if (twins != 1 || campaignsOf.size() > WorldSet.MOST) {
            throw new IllegalArgumentException(
                    campaignsOf.size() + " worlds, " + twins + " of them without campaigns: " + campaignsOf);
        }
        var worlds = new ArrayList<World>();
        var bit = 1;
        for (Map.Entry<String, Set<String>> world : campaignsOf.entrySet()) {
            worlds.add(new World(world.getValue().isEmpty() ? 0 : bit++, world.getKey(), world.getValue()));
        }
        return new Worlds(worlds);
    }

    public int size() {
        return named.size();
    }

    /** In the order of their bits: the twin first. */
    public List<World> byBit() {
        return named.stream().sorted(Comparator.comparingInt(World::bit)).toList();
    }

    /** Their names in the order of their bits. */
    public List<String> names() {
        return byBit().stream().map(World::name).toList();
    }

    public World twin() {
        return byBit().getFirst();
    }

    public Optional<World> world(String name) {
        return named.stream().filter(world -> world.name().equals(name)).findFirst();
    }

    /** The worlds in which a campaign happens. */
    public WorldSet with(String campaign) {
        return named.stream()
                .filter(world -> world.campaigns().contains(campaign))
                .map(world -> WorldSet.only(world.bit()))
                .reduce(WorldSet.NONE, WorldSet::with);
    }

    /** The world in which a campaign happens and no other does. */
    public Optional<World> alone(String campaign) {
        return named.stream()
                .filter(world -> world.campaigns().equals(Set.of(campaign)))
                .findFirst();
    }
}
