package chorus.bench.large;

import chorus.bench.ground.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Numbers as they are given and shown. */
final class Figures {
    private static final Pattern COUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([kM]?)");

    private Figures() {}

    /** 1.4M, 200k or 200000. */
    static long count(String text) {
        var found = COUNT.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(text + ": must be a number such as 200000, 200k or 1.4M");
        }
        var unit =
                switch (found.group(2)) {
                    case "M" -> 1e6;
                    case "k" -> 1e3;
                    default -> 1;
                };
        return Math.round(Double.parseDouble(found.group(1)) * unit);
    }

    static String count(long number) {
        return number < 1_000_000
                ? String.format(Locale.ROOT, "%,d", number)
                : String.format(Locale.ROOT, "%.1f M", number / 1e6);
    }

    /** Spread of a figure over batches. */
    static Spread spread(List<Measured.Timing> timings, ToDoubleFunction<Measured.Timing> figure) {
        return Spread.of(timings.stream().map(figure::applyAsDouble).toList());
    }

    /** Median cost of an edit over {@code large} as a multiple of that over {@code small}. */
    static double ratio(Measured small, Measured large, ToDoubleFunction<Measured.Timing> cost) {
        return spread(large.timed(), cost).median()
                / spread(small.timed(), cost).median();
    }
}
