package chorus.altruism.sweep;

import chorus.altruism.Game;
import chorus.altruism.game.Ground;
import chorus.altruism.measure.RoundRow;
import chorus.config.Sweep.Variant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Plays all variants of a sweep, side by side on the cores. */
public final class Variants {
    private Variants() {}

    /**
     * @param progress is told how many rounds are done in all; by several threads, one at a time
     * @return the rows of each variant, in order
     */
    public static List<List<RoundRow>> play(List<Variant> variants, LongConsumer progress) {
        var done = new AtomicLong();
        return variants.parallelStream()
                .map(variant -> {
                    var settings = variant.settings();
                    return Game.play(Ground.of(settings.altruism(), settings.randomSeed()), _ -> {
                        synchronized (done) {
                            progress.accept(done.incrementAndGet());
                        }
                    });
                })
                .toList();
    }
}
