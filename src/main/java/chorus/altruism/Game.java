package chorus.altruism;

import chorus.altruism.game.Crowd;
import chorus.altruism.game.Ground;
import chorus.altruism.measure.Rounds;
import chorus.altruism.platform.Learner;
import chorus.altruism.platform.Learner.Learnt;
import chorus.altruism.platform.Rated;
import chorus.config.AltruismSettings;
import chorus.config.altruism.World;
import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** All worlds of a run, round by round, in this process: users speak, the platform learns, users consume what they get. */
public final class Game {
    private final Crowd crowd;
    private final List<Played> worlds;

    private Game(Ground ground, List<World> all) {
        this.crowd = new Crowd(ground, all);
        this.worlds = all.stream().map(_ -> new Played(ground)).toList();
    }

    /** A world's platform, and what it was told. */
    private record Played(Rated rated, Learner learner) {
        Played(Ground ground) {
            this(
                    new Rated(ground.truth().users(), ground.truth().items()),
                    new Learner(ground.settings(), ground.chance(), ground.consumptionIsTold()));
        }
    }

    /** All rows, by round, then by world as shown. */
    public static List<RoundRow> play(AltruismSettings settings, long seed) {
        return play(Ground.of(settings, seed), settings.allWorlds(), _ -> {});
    }

    /**
     * The rows of some worlds on one ground, whatever worlds its settings name.
     *
     * @param worlds exactly one has no altruists
     * @param each is told the rows of a round
     */
    public static List<RoundRow> play(Ground ground, List<World> worlds, Consumer<List<RoundRow>> each) {
        var game = new Game(ground, worlds);
        var all = new ArrayList<RoundRow>();
        for (var round = 0; round < ground.settings().rounds(); round++) {
            var rows = game.round(round);
            each.accept(rows);
            all.addAll(rows);
        }
        return all;
    }

    private List<RoundRow> round(int round) {
        var learnt = IntStream.range(0, worlds.size())
                .parallel()
                .mapToObj(world -> learn(round, world))
                .toList();
        var rows = Rounds.of(round, crowd, learnt);
        for (var world = 0; world < worlds.size(); world++) {
            var rated = worlds.get(world).rated();
            crowd.consume(round + 1, learnt.get(world).picks(), rated::apply);
        }
        crowd.had(round, learnt.stream().map(Learnt::picks).toList());
        return rows;
    }

    private Learnt learn(int round, int world) {
        var played = worlds.get(world);
        crowd.explore(round, played.rated()::apply);
        crowd.act(world, round, played.rated()::apply);
        return played.learner().learn(played.rated());
    }
}
