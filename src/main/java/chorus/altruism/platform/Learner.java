package chorus.altruism.platform;

import chorus.altruism.truth.Chance;
import chorus.config.AltruismSettings;
import chorus.ratings.results.PlatformView;
import java.util.stream.IntStream;

/** The platform of one world: learns from what it was told, and gives each user an item. */
public final class Learner {
    private final Platform platform;
    private final boolean consumptionIsTold;

    /** @param consumptionIsTold whether it learns, at the round's end, of the items that it gave */
    public Learner(AltruismSettings settings, Chance chance, boolean consumptionIsTold) {
        this.platform = Platform.of(settings, chance);
        this.consumptionIsTold = consumptionIsTold;
    }

    /**
     * What a platform learnt in a round.
     *
     * @param picks an item a user
     */
    public record Learnt(int[] picks, PlatformView view) {}

    /** What it remembers of earlier rounds: a row an item; of no length where it remembers nothing. */
    public double[] memory() {
        return platform.memory();
    }

    /** Goes on from there. */
    public void remember(double[] memory) {
        platform.remember(memory);
    }

    public Learnt learn(Rated rated) {
        var completion = platform.complete(rated);
        var picks = Picks.of(completion, platform.floor());
        return new Learnt(picks, view(rated, completion, picks));
    }

    private PlatformView view(Rated rated, Completion completion, int[] picks) {
        var promised = 0.0;
        for (var user = 0; user < picks.length; user++) {
            promised += completion.rating(user, picks[user]);
        }
        var pairs = rated.pairs() + (consumptionIsTold ? news(rated, picks) : 0);
        return new PlatformView(
                pairs,
                pairs / ((double) rated.users() * rated.items()),
                completion.kept(),
                completion.tolerance(),
                IntStream.rangeClosed(1, PlatformView.SHOWN)
                        .mapToObj(completion::singular)
                        .toList(),
                promised,
                residual(rated, completion));
    }

    /** Of how many picks nothing was known. */
    private static long news(Rated rated, int[] picks) {
        return IntStream.range(0, picks.length)
                .filter(user -> rated.row(user).find(picks[user]) < 0)
                .count();
    }

    private static double residual(Rated rated, Completion completion) {
        var sum = 0.0;
        for (var user = 0; user < rated.users(); user++) {
            var row = rated.row(user);
            for (var n = 0; n < row.size(); n++) {
                var off = row.value(n) - completion.rating(user, row.item(n));
                sum += off * off;
            }
        }
        return StrictMath.sqrt(sum);
    }
}
