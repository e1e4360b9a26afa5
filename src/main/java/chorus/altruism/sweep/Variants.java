package chorus.altruism.sweep;

import chorus.altruism.Game;
import chorus.altruism.game.Ground;
import chorus.config.AltruismSettings;
import chorus.config.Sweep.Variant;
import chorus.config.altruism.World;
import chorus.ratings.results.RoundRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Plays all variants of a sweep. Those that differ in their worlds alone share a ground, and their worlds are played beside one twin, a
 * few variants at a time; by the law of worlds each comes to what it comes to alone.
 */
public final class Variants {
    /** So many are in memory at once. */
    private static final int TOGETHER = 8;

    private final List<Variant> variants;
    private final LongConsumer progress;
    private final AtomicLong done = new AtomicLong();

    private Variants(List<Variant> variants, LongConsumer progress) {
        this.variants = variants;
        this.progress = progress;
    }

    /**
     * @param progress is told how many rounds are done, of each variant; by several threads, one at a time
     * @return the rows of each variant, in order
     */
    public static List<List<RoundRow>> play(List<Variant> variants, LongConsumer progress) {
        return new Variants(variants, progress).play();
    }

    /** What variants have in common that share a ground. */
    private record Shared(AltruismSettings ground, long seed) {}

    private List<List<RoundRow>> play() {
        var alike = new LinkedHashMap<Shared, List<Integer>>();
        for (var i = 0; i < variants.size(); i++) {
            var settings = variants.get(i).settings();
            alike.computeIfAbsent(
                            new Shared(settings.altruism().ground(), settings.randomSeed()), _ -> new ArrayList<>())
                    .add(i);
        }
        var played = new TreeMap<Integer, List<RoundRow>>();
        alike.entrySet().parallelStream()
                .map(entry -> together(entry.getKey(), entry.getValue()))
                .forEachOrdered(played::putAll);
        return List.copyOf(played.values());
    }

    private Map<Integer, List<RoundRow>> together(Shared shared, List<Integer> members) {
        var ground = Ground.of(shared.ground(), shared.seed());
        var played = new TreeMap<Integer, List<RoundRow>>();
        for (var from = 0; from < members.size(); from += TOGETHER) {
            var some = members.subList(from, Math.min(members.size(), from + TOGETHER));
            played.putAll(beside(ground, some));
        }
        return played;
    }

    /** The worlds of some variants beside one twin. */
    private Map<Integer, List<RoundRow>> beside(Ground ground, List<Integer> members) {
        var worlds = new ArrayList<World>();
        var twin = "";
        for (var member : members) {
            for (var world : worlds(member)) {
                if (world.collective().isPresent()) {
                    worlds.add(world.named(unique(member, world.name())));
                } else if (twin.isEmpty()) {
                    twin = unique(member, world.name());
                    worlds.add(world.named(twin));
                }
            }
        }
        var rows = Game.play(ground, worlds, _ -> tell(members.size()));
        var byWorld = new LinkedHashMap<String, List<RoundRow>>();
        rows.forEach(row ->
                byWorld.computeIfAbsent(row.world(), _ -> new ArrayList<>()).add(row));
        var played = new TreeMap<Integer, List<RoundRow>>();
        for (var member : members) {
            played.put(member, own(member, twin, byWorld, ground.settings().rounds()));
        }
        return played;
    }

    /** The rows of a variant, with the names that it gives. */
    private List<RoundRow> own(int member, String twin, Map<String, List<RoundRow>> byWorld, int rounds) {
        return IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> worlds(member).stream().map(world -> {
                    var name = world.collective().isPresent() ? unique(member, world.name()) : twin;
                    return Objects.requireNonNull(byWorld.get(name), name)
                            .get(round)
                            .named(world.name());
                }))
                .toList();
    }

    private List<World> worlds(int member) {
        return variants.get(member).settings().altruism().allWorlds();
    }

    private static String unique(int member, String name) {
        return member + " " + name;
    }

    private synchronized void tell(int rounds) {
        progress.accept(done.addAndGet(rounds));
    }
}
