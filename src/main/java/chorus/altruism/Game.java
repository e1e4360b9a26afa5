package chorus.altruism;

import chorus.altruism.game.Ground;
import chorus.altruism.game.Society;
import chorus.altruism.measure.AgainstTwin;
import chorus.altruism.measure.Campaign;
import chorus.altruism.measure.PlatformView;
import chorus.altruism.measure.RoundRow;
import chorus.altruism.measure.Welfare;
import chorus.altruism.platform.Picks;
import chorus.altruism.platform.Platform;
import chorus.altruism.platform.Rated;
import chorus.config.AltruismSettings;
import chorus.config.AltruismSettings.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All worlds of a run, round by round, in this process: users speak, the platform learns, users consume what they get. Worlds meet
 * only in that altruists compare their minority with the twin's.
 */
public final class Game {
    private final Ground ground;
    private final List<Played> worlds;
    private final Played twin;
    private final double ideal;

    private Game(Ground ground, List<World> all) {
        this.ground = ground;
        this.worlds = all.stream().map(world -> new Played(ground, world)).toList();
        this.twin = worlds.stream()
                .filter(each -> each.society.altruists().isEmpty())
                .findFirst()
                .orElseThrow();
        var truth = ground.truth();
        this.ideal = truth.ideal(truth.majorityUsers(), truth.users());
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
        worlds.parallelStream().forEach(world -> world.learn(round));
        worlds.forEach(world -> world.consume(round));
        var rows = worlds.stream().map(world -> row(round, world)).toList();
        IntStream.range(0, worlds.size()).forEach(i -> {
            var gain = rows.get(i).welfare().minority() - rows.get(i).twin().minority();
            worlds.get(i).society.sees(round, gain / ideal);
        });
        return rows;
    }

    private RoundRow row(int round, Played world) {
        var altruists = world.society.altruists();
        var view = world.view();
        return new RoundRow(
                round,
                world.name,
                view,
                Campaign.of(altruists, view.tolerance()),
                Welfare.of(ground.truth(), world.picks),
                ideal,
                Welfare.of(ground.truth(), twin.picks),
                AgainstTwin.of(
                        ground.truth(),
                        world.picks,
                        twin.picks,
                        user -> altruists.isPresent() && altruists.get().isMember(user)));
    }

    /** A world with its users and its platform. */
    private static final class Played {
        private final String name;
        private final Society society;
        private final Rated rated;
        private final Platform platform;
        private int[] picks = {};
        private @Nullable PlatformView view;

        private Played(Ground ground, World world) {
            this.name = world.name();
            this.society = new Society(ground, world);
            this.rated = new Rated(ground.truth().users(), ground.truth().items());
            this.platform = Platform.of(ground.settings(), ground.chance());
        }

        private void learn(int round) {
            society.speak(round, rated::apply);
            var completion = platform.complete(rated);
            picks = Picks.of(completion, platform.floor());
            view = PlatformView.of(rated, completion, picks);
        }

        private void consume(int round) {
            society.consume(round, picks, rated::apply);
            view = view().after(rated);
        }

        private PlatformView view() {
            if (view == null) {
                throw new IllegalStateException("before the first round");
            }
            return view;
        }
    }
}
