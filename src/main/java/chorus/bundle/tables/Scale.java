package chorus.bundle.tables;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How large what was run is: without it no figure says anything.
 *
 * @param training playlists that models were trained on, where somebody plants; 0 where nobody does
 * @param tests held-out playlists
 */
public record Scale(int variants, List<Long> seeds, Range training, Range tests) {
    public Scale {
        seeds = List.copyOf(seeds);
    }

    /** From the least fold to the largest. */
    public record Range(long least, long most) {
        static Range of(LongStream counts) {
            var all = counts.summaryStatistics();
            return all.getCount() == 0 ? new Range(0, 0) : new Range(all.getMin(), all.getMax());
        }

        String text() {
            return least == most
                    ? String.format(Locale.ROOT, "%,d", least)
                    : String.format(Locale.ROOT, "%,d–%,d", least, most);
        }
    }

    static Scale of(int variants, List<Outcome> outcomes) {
        return new Scale(
                variants,
                outcomes.stream()
                        .map(each -> each.settings().randomSeed())
                        .distinct()
                        .toList(),
                Range.of(training(outcomes).mapToLong(Math::round)),
                Range.of(outcomes.stream().mapToLong(each -> each.row().testPlaylists())));
    }

    private static DoubleStream training(List<Outcome> outcomes) {
        return outcomes.stream().flatMapToDouble(each -> each.trainingPlaylists().stream());
    }

    /** In one line, for under a figure. */
    public String text() {
        var playlists = training.most() == 0 ? "" : training.text() + " training and ";
        var folds = seeds.size() == 1
                ? "randomSeed " + seeds.getFirst()
                : seeds.size() + " seeds, mean and 95 % t-interval over them";
        return playlists + tests.text() + " test playlists; " + folds;
    }
}
