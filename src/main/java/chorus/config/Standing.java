package chorus.config;

import chorus.config.OrderSettings.Order;
import chorus.config.OrderSettings.Plants;
import chorus.worlds.World;
import chorus.worlds.WorldSet;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The campaigns and worlds of a run as its settings name them and orders go on, each held to those before it in the list, whatever
 * their epochs. So what was there is never another for what comes later.
 */
public final class Standing {
    private final List<CampaignSettings> campaigns;
    private final List<CampaignSettings> ordered = new ArrayList<>();
    private final Worlds named;
    /** Worlds that were added, by name: the epoch from which on. */
    private final SequencedMap<String, Integer> added = new LinkedHashMap<>();

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Ending> endings = new LinkedHashMap<>();

    /** In which world an order's campaign happens. */
    private record Place(String world, int epoch) {}

    /** How an order ends a campaign: {@code epoch} is the first in which it holds. */
    public record Ending(int epoch, Plants plants) {}

    private Standing(List<CampaignSettings> campaigns, Worlds named) {
        this.campaigns = new ArrayList<>(campaigns);
        this.named = named;
    }

    /** @throws IllegalArgumentException where an order cannot hold; the message begins with its key */
    static Standing of(List<CampaignSettings> campaigns, Worlds named, List<OrderSettings> orders) {
        var standing = new Standing(campaigns, named);
        for (var i = 0; i < orders.size(); i++) {
            standing.take(orders.get(i), "orders[" + i + "].");
        }
        return standing;
    }

    private void take(OrderSettings order, String key) {
        switch (order.order()) {
            case Order.Start start -> start(start, order.epoch(), key);
            case Order.End end -> end(end, order.epoch(), key);
            case Order.AddWorld(var world) -> add(world, order.epoch(), key);
        }
    }

    private void add(String world, int epoch, String key) {
        if (names().contains(world)) {
            throw new IllegalArgumentException(key + "world = " + world + ": is there already");
        }
        if (named.size() + added.size() >= WorldSet.MOST) {
            throw new IllegalArgumentException(
                    key + "world = " + world + ": there are " + WorldSet.MOST + " worlds already, the most");
        }
        added.put(world, epoch);
    }

    private void start(Order.Start start, int epoch, String key) {
        var campaign = start.from(epoch);
        if (find(campaign.name()).isPresent()) {
            throw new IllegalArgumentException(key + "campaign = " + campaign.name() + ": there is one of that name");
        }
        var world = worldOf(start, epoch, key);
        campaigns.add(campaign);
        ordered.add(campaign);
        Campaigns.check(campaigns);
        places.put(campaign.name(), new Place(world, epoch));
        var there = worlds().world(world).orElseThrow().campaigns();
        Campaigns.apart(campaigns.stream()
                        .filter(each -> there.contains(each.name()))
                        .toList())
                .ifPresent(why -> {
                    throw new IllegalArgumentException(
                            key + "world = " + world + ": " + why + ", so they may not meet there");
                });
    }

    /** The world of a campaign that is started. */
    private String worldOf(Order.Start start, int epoch, String key) {
        var there =
                worlds(epoch).named().stream().filter(world -> !world.isTwin()).toList();
        var known = there.stream().map(World::name).collect(Collectors.joining(", "));
        if (start.world().isPresent()) {
            var name = start.world().get();
            if (named.twin().name().equals(name)) {
                throw new IllegalArgumentException(
                        key + "world = " + name + ": is the twin, in which nothing happens; others are " + known);
            }
            if (there.stream().noneMatch(world -> world.name().equals(name))) {
                throw new IllegalArgumentException(key + "world = " + name + ": there is no such world in epoch "
                        + epoch + "; there are " + known);
            }
            return name;
        }
        var everywhere = worlds();
        return there.stream()
                .filter(world ->
                        everywhere.world(world.name()).orElse(world).campaigns().isEmpty())
                .findFirst()
                .or(() -> there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty())
                .map(World::name)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + "world: must be given, as all have campaigns: one of " + known));
    }

    private void end(Order.End end, int epoch, String key) {
        var wrong = key + "campaign = " + end.campaign() + ": ";
        var campaign = find(end.campaign())
                .orElseThrow(() -> new IllegalArgumentException(
                        wrong + "there is no such campaign; " + Campaigns.known(campaigns)));
        var before = endings.get(campaign.name());
        if (before != null) {
            throw new IllegalArgumentException(wrong + "an order ends it in epoch " + before.epoch());
        }
        if (campaign.start() >= epoch) {
            throw new IllegalArgumentException(wrong + "it starts in epoch " + campaign.start()
                    + ", and can be ended from the one after that on, not in epoch " + epoch);
        }
        if (campaign.holdsUntil() <= epoch) {
            throw new IllegalArgumentException(
                    wrong + "its plants are taken back from epoch " + campaign.holdsUntil() + " on as it is");
        }
        endings.put(campaign.name(), new Ending(epoch, end.plants()));
    }

    private Optional<CampaignSettings> find(String name) {
        return campaigns.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Set<String> names() {
        var names = new HashSet<>(added.keySet());
        named.named().forEach(world -> names.add(world.name()));
        return names;
    }

    /** All campaigns: those of the settings, then those that orders start. */
    public List<CampaignSettings> campaigns() {
        return List.copyOf(campaigns);
    }

    /** Those that orders start. */
    public List<CampaignSettings> ordered() {
        return List.copyOf(ordered);
    }

    /** How orders end a campaign, where one does. */
    public Optional<Ending> ending(String campaign) {
        return Optional.ofNullable(endings.get(campaign));
    }

    /** In which world the campaign of an order happens. */
    public Optional<String> placeOf(String campaign) {
        return Optional.ofNullable(places.get(campaign)).map(Place::world);
    }

    /** The worlds with all that orders bring. */
    public Worlds worlds() {
        return worlds(Integer.MAX_VALUE);
    }

    /** The worlds as they are in an epoch, counted as the starts of campaigns are: without what orders bring later. */
    public Worlds worlds(long epoch) {
        var all = new ArrayList<World>();
        named.named().forEach(world -> all.add(with(world, epoch)));
        var bit = named.size();
        for (var world : added.entrySet()) {
            if (world.getValue() <= epoch) {
                all.add(with(new World(bit, world.getKey(), Set.of()), epoch));
            }
            bit++;
        }
        return new Worlds(all);
    }

    private World with(World world, long epoch) {
        var all = new HashSet<>(world.campaigns());
        places.forEach((campaign, place) -> {
            if (place.world().equals(world.name()) && place.epoch() <= epoch) {
                all.add(campaign);
            }
        });
        return new World(world.bit(), world.name(), all);
    }
}
