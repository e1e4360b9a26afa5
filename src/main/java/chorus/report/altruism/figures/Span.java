package chorus.report.altruism.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What an axis reaches over, from one mark to another; {@code marks} ascend. */
record Span(List<Double> marks, boolean logarithmic) {
    private static final double SLACK = 1e-9;

    /** Steps of 1, 2 or 5 times a power of ten, from the last below {@code least} to the first above {@code most}. */
    static Span over(double least, double most) {
        var width = most - least > 0 ? most - least : 1;
        var power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(width / 5)));
        var step = List.of(power, 2 * power, 5 * power, 10 * power).stream()
                .filter(each -> each >= width / 5 * (1 - SLACK))
                .findFirst()
                .orElse(10 * power);
        var first = (int) Math.floor(least / step + SLACK);
        var last = Math.max(first + 1, (int) Math.ceil(most / step - SLACK));
        return new Span(
                IntStream.rangeClosed(first, last)
                        .mapToObj(mark -> rounded(mark * step))
                        .toList(),
                false);
    }

    /** The same by their logarithms; both are above 0. */
    static Span logarithmic(double least, double most) {
        var marks = new ArrayList<Double>();
        for (var power = (int) Math.floor(StrictMath.log10(least));
                marks.isEmpty() || marks.getLast() < most;
                power++) {
            for (var digit : List.of(1, 2, 5)) {
                var mark = rounded(digit * StrictMath.pow(10, power));
                if (marks.isEmpty() || marks.getLast() < most) {
                    marks.add(mark);
                    marks.removeIf(each -> each < mark && mark <= least);
                }
            }
        }
        return new Span(List.copyOf(marks), true);
    }

    /** Where a value lies, in 0…1. */
    double at(double value) {
        var low = scaled(marks.getFirst());
        return Math.clamp((scaled(value) - low) / (scaled(marks.getLast()) - low), 0, 1);
    }

    private double scaled(double value) {
        return logarithmic ? StrictMath.log(value) : value;
    }

    /** A number in at most four digits. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(10)).doubleValue();
    }
}
