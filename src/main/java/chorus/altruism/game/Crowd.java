package chorus.altruism.game;

import chorus.config.altruism.World;
import chorus.ratings.Rating;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The users of all worlds, round by round: they speak, get picks, consume them and see what came of it. Worlds meet only in that
 * altruists compare their minority with the twin's. The same picks bring a crowd to the same place, whoever gives them.
 */
public final class Crowd {
    private final Ground ground;
    private final List<World> worlds;
    private final List<Society> societies;
    private final int twin;
    private final double ideal;

    /** @param worlds exactly one has no altruists */
    public Crowd(Ground ground, List<World> worlds) {
        this.ground = ground;
        this.worlds = List.copyOf(worlds);
        this.societies =
                worlds.stream().map(world -> new Society(ground, world)).toList();
        this.twin = IntStream.range(0, worlds.size())
                .filter(world -> societies.get(world).altruists().isEmpty())
                .findFirst()
                .orElseThrow();
        var truth = ground.truth();
        this.ideal = truth.ideal(truth.majorityUsers(), truth.users());
    }

    public Ground ground() {
        return ground;
    }

    public List<World> worlds() {
        return worlds;
    }

    /** The place of the world without altruists. */
    public int twin() {
        return twin;
    }

    /** The most that the minority could have. */
    public double ideal() {
        return ideal;
    }

    /**
     * What orders make of altruists is known further than before; in rounds in which they have acted it is as it was.
     *
     * @param further the same worlds in the same order
     */
    public void know(List<World> further) {
        for (var world = 0; world < worlds.size(); world++) {
            societies.get(world).know(further.get(world));
        }
    }

    /** Those of a world. */
    public Optional<Altruists> altruists(int world) {
        return societies.get(world).altruists();
    }

    /** What the users of a world are shown in a round whatever the platform thinks, and say: the same in all worlds. */
    public void explore(int round, Consumer<Rating> said) {
        societies.get(twin).explore(round, said);
    }

    /** What the altruists of a world say in a round; others may do so in other worlds at once. */
    public void act(int world, int round, Consumer<Rating> said) {
        societies.get(world).act(round, said);
    }

    /**
     * Users have what they get, and altruists see what it comes to.
     *
     * @param picks by the world's place: an item a user
     */
    public void had(int round, List<int[]> picks) {
        var truth = ground.truth();
        var twins = truth.minority(picks.get(twin));
        for (var world = 0; world < worlds.size(); world++) {
            societies.get(world).had(picks.get(world));
            var gain = truth.minority(picks.get(world)) - twins;
            societies.get(world).sees(round, gain / ideal);
        }
    }

    /** What users of a world say of what they got in the round before; nothing where the platform knows everything. */
    public void consume(int round, int[] picks, Consumer<Rating> said) {
        societies.get(twin).consume(round, picks, said);
    }
}
