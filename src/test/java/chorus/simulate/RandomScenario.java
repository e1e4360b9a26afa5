package chorus.simulate;

import static chorus.simulate.SomeSettings.campaign;
import static chorus.simulate.SomeSettings.following;
import static chorus.simulate.SomeSettings.knowing;
import static chorus.simulate.SomeSettings.noisy;
import static chorus.simulate.SomeSettings.promoting;
import static chorus.simulate.SomeSettings.world;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.CampaignSettings.Support;
import chorus.config.WorldsSettings;
import chorus.config.collective.Knows;
import chorus.config.collective.Noise;
import chorus.config.collective.Target;
import chorus.playlist.TrackId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Runs in which all that can meet does meet: many insertions of few hits, among which targets are drawn too; campaigns that share
 * members or a target; whatever they know, and members who fall short; plants that are taken back and come again; worlds with one
 * campaign, with several, and none.
 */
final class RandomScenario {
    static final int LAST_EPOCH = 9;

    private static final List<Strategy> STRATEGIES = List.of(
            new Strategy.DirLoF(),
            new Strategy.InClust(),
            new Strategy.Random(),
            new Strategy.AtTheEnd(),
            new Strategy.InsertAt(2),
            new Strategy.InClustGreedy(),
            new Strategy.Hybrid(new Support.Playlists(4)),
            new Strategy.RandomFirst(5),
            new Strategy.RandomLast(5));

    private static final List<Knows> KNOWLEDGE = List.of(
            new Knows.Full(), new Knows.Own(), new Knows.Sample(0.2), new Knows.Playlists(20), new Knows.Streams(1));

    private final Random random;

    private RandomScenario(long seed) {
        random = new Random(seed);
    }

    static SomeSettings of(long seed) {
        var scenario = new RandomScenario(seed);
        var bare = SomeSettings.of(seed, 450, LAST_EPOCH).change(0.3).hits(0.8).lengths(3.2);
        var campaigns = scenario.campaigns();
        var some = bare.with(campaigns.toArray(CampaignSettings[]::new)).worlds(world("twin"));
        return some.worlds(scenario.worlds(some, campaigns));
    }

    private List<CampaignSettings> campaigns() {
        var campaigns = new ArrayList<CampaignSettings>();
        for (var name : List.of("a", "b", "c", "d", "e", "f")) {
            var drawn = campaign(
                    name, any(STRATEGIES), 10 + random.nextInt(10), 1 + random.nextInt(3), shares(), 1, toNobody());
            drawn = knowing(drawn, any(KNOWLEDGE));
            drawn = random.nextInt(3) == 0 ? noisy(drawn, new Noise(0.3, 0.1, 0.2, 2, 0.05)) : drawn;
            var own = campaigns.stream().filter(c -> c.members().isEmpty()).toList();
            var owner = own.isEmpty() || random.nextInt(3) > 0 ? null : any(own);
            campaigns.add(
                    owner == null || owner.start() > drawn.start()
                            ? promoting(drawn, target(name))
                            : promoting(
                                    following(drawn, owner.name()),
                                    random.nextBoolean() ? owner.promoted() : target(name)));
        }
        return campaigns;
    }

    private Target target(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> new Target.New(name);
            case 1 -> new Target.New("shared");
            case 2 -> new Target.Rank(5, 5);
            default -> new Target.Rank(4, 12);
        };
    }

    private List<Double> shares() {
        return random.ints(1 + random.nextInt(4), 0, 4)
                .mapToObj(i -> Math.min(1, i / 2.0))
                .toList();
    }

    private List<Double> toNobody() {
        return Stream.concat(shares().stream(), Stream.of(0.0)).toList();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Every campaign alone, save one at times, and some sets of campaigns that may meet; the twin somewhere among them. */
    private WorldsSettings.Named[] worlds(SomeSettings some, List<CampaignSettings> campaigns) {
        var worlds = new ArrayList<WorldsSettings.Named>();
        var left = random.nextInt(12);
        for (var i = 0; i < campaigns.size(); i++) {
            if (i != left) {
                worlds.add(world(
                        "only-" + campaigns.get(i).name(), campaigns.get(i).name()));
            }
        }
        var planters =
                Collectives.planters(SimulatedPlan.draw(some.settings()), List.of(Scenario.alone(some.settings())));
        for (var i = 0; i < 5; i++) {
            worlds.add(world("set-" + i, meeting(planters).toArray(String[]::new)));
        }
        worlds.add(random.nextInt(worlds.size() + 1), world("twin"));
        return worlds.toArray(WorldsSettings.Named[]::new);
    }

    private List<String> meeting(List<Planter> planters) {
        var order = new ArrayList<>(planters);
        Collections.shuffle(order, random);
        var targets = new HashSet<TrackId>();
        var owners = new HashSet<String>();
        var names = new ArrayList<String>();
        for (var planter : order) {
            var collective = planter.collective();
            if (!targets.contains(collective.targets().getFirst())
                    && !owners.contains(collective.settings().drawnFor())) {
                targets.add(collective.targets().getFirst());
                owners.add(collective.settings().drawnFor());
                names.add(planter.campaign());
            }
        }
        return names;
    }
}
