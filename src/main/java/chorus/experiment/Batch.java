package chorus.experiment;

import chorus.config.Settings;
import chorus.rows.results.Labelled;
import chorus.simulate.Scenario;
import chorus.state.playlists.Entries;
import chorus.worlds.World;
import chorus.worlds.WorldSet;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Settings that agree in all but campaigns and worlds, run as one: each in worlds of its own, beside one twin that is that of all.
 * By the law of worlds each comes to what it would have come to alone.
 *
 * @param members at least one
 */
public record Batch(List<Settings> members) {
    private static final String TWIN = "twin";

    public Batch {
        members = List.copyOf(members);
    }

    /** Parts settings into batches with no more worlds than there may be, in order. */
    public static List<Batch> of(List<Settings> all) {
        var batches = new ArrayList<Batch>();
        var next = new ArrayList<Settings>();
        var worlds = 1;
        for (var settings : all) {
            var own = settings.allWorlds().size() - 1;
            if (worlds + own > WorldSet.MOST
                    || campaigns(next) + settings.allCampaigns().size() > Entries.MOST_CAMPAIGNS) {
                batches.add(new Batch(next));
                next.clear();
                worlds = 1;
            }
            next.add(settings);
            worlds += own;
        }
        batches.add(new Batch(next));
        return batches;
    }

    private static int campaigns(List<Settings> some) {
        return some.stream()
                .mapToInt(settings -> settings.allCampaigns().size())
                .sum();
    }

    /** What a member's world or campaign is called in the batch. */
    private static String label(int member, String name) {
        return member + "-" + name;
    }

    /** The twin, then each member's other worlds. */
    Worlds worlds() {
        return worlds(Integer.MAX_VALUE);
    }

    /** Those of an epoch, counted as campaigns count theirs: without what orders bring later. */
    Worlds worlds(long epoch) {
        var worlds = new ArrayList<World>();
        worlds.add(new World(0, TWIN, Set.of()));
        var bit = 1;
        for (var i = 0; i < members.size(); i++) {
            var then = members.get(i).standing().worlds(epoch);
            for (var own : members.get(i).allWorlds().byBit()) {
                if (!own.isTwin()) {
                    var place = bit++;
                    var member = i;
                    then.world(own.name()).ifPresent(world -> worlds.add(labelled(member, world, place)));
                }
            }
        }
        return new Worlds(worlds);
    }

    private static World labelled(int member, World own, int bit) {
        var campaigns = own.campaigns().stream()
                .map(campaign -> label(member, campaign))
                .collect(Collectors.toSet());
        return new World(bit, label(member, own.name()), campaigns);
    }

    List<Scenario> scenarios() {
        var worlds = worlds();
        return IntStream.range(0, members.size())
                .mapToObj(i -> new Scenario(
                        members.get(i), campaign -> label(i, campaign), campaign -> worlds.with(label(i, campaign))))
                .toList();
    }

    /** A member's part of a generation's rows, named and ordered as if it had been alone. */
    public <R extends Labelled<R>> List<R> of(int member, List<R> rows) {
        return members.get(member).allWorlds().named().stream()
                .flatMap(world -> world.isTwin() ? ofTwin(member, world, rows) : ofWorld(member, world, rows))
                .toList();
    }

    private static <R extends Labelled<R>> Stream<R> ofWorld(int member, World world, List<R> rows) {
        return rows.stream()
                .filter(row -> row.world().equals(label(member, world.name())))
                .map(row -> row.named(world.name(), ownName(member, row.campaign())));
    }

    /** The twin has a row for each campaign that has begun; where none of the member's has, one for none. */
    private static <R extends Labelled<R>> Stream<R> ofTwin(int member, World twin, List<R> rows) {
        var prefix = label(member, "");
        var own = rows.stream()
                .filter(row -> row.world().equals(TWIN) && row.campaign().startsWith(prefix))
                .map(row -> row.named(twin.name(), ownName(member, row.campaign())))
                .toList();
        return own.isEmpty() ? withoutCampaign(twin, rows) : own.stream();
    }

    /** One a recommender: what the twin's models did is the same in all their rows. */
    private static <R extends Labelled<R>> Stream<R> withoutCampaign(World twin, List<R> rows) {
        var byRecommender = new LinkedHashMap<String, R>();
        rows.stream()
                .filter(row -> row.world().equals(TWIN))
                .forEach(row -> byRecommender.putIfAbsent(row.recommender(), row.withoutCampaign(twin.name())));
        return byRecommender.values().stream();
    }

    private static String ownName(int member, String campaign) {
        return campaign.isEmpty() ? "" : campaign.substring(label(member, "").length());
    }
}
