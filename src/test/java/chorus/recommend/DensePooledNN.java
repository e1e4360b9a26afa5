package chorus.recommend;

import chorus.config.RecommendSettings.Pairs;
import chorus.config.RecommendSettings.Pooling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The model written down with full matrices, as the formula stands. */
final class DensePooledNN {
    private final Pooling settings;
    private final WorldCounts counts;
    private final int tracks;
    private final double[][] near;
    private final double[][] next;
    private final double[][] ahead;

    DensePooledNN(Pooling settings, WorldCounts counts) {
        this.settings = settings;
        this.counts = counts;
        this.tracks = counts.trackCounts().length;
        near = new double[tracks][tracks];
        next = new double[tracks][tracks];
        ahead = new double[tracks][tracks];
        for (var from = 0; from < tracks; from++) {
            for (var i = counts.rowStart()[from]; i < counts.rowStart()[from + 1]; i++) {
                near[from][counts.to()[i]] += counts.window()[i];
                near[counts.to()[i]][from] += counts.window()[i];
                ahead[from][counts.to()[i]] += counts.window()[i];
                next[from][counts.to()[i]] += counts.adjacent()[i];
            }
        }
    }

    int[] continuation(int[] seed, int limit) {
        var score = scores(seed);
        return IntStream.range(0, tracks)
                .filter(b -> score[b] > 0 && IntStream.of(seed).noneMatch(s -> s == b))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer b) -> -score[b]).thenComparing(b -> b))
                .limit(limit)
                .mapToInt(b -> b)
                .toArray();
    }

    /** By track, those of the seed too. */
    double[] scores(int[] seed) {
        var score = new double[tracks];
        for (var j = 0; j < seed.length; j++) {
            var weight = StrictMath.pow(settings.seedDecay(), seed.length - 1 - j);
            var row = row(seed[j]);
            for (var b = 0; b < tracks; b++) {
                score[b] += weight * row[b];
            }
        }
        return score;
    }

    private double[] row(int a) {
        var row = new double[tracks];
        var rare = a >= tracks || counts.trackCounts()[a] <= settings.rareBound();
        for (var b = 0; b < tracks; b++) {
            row[b] = (rare ? followingRare(b) : near[a][b]) * discount(b, settings.popularityDiscount());
        }
        scale(row, rare ? settings.backOffWeight() : 1);
        if (!rare && counts.trackCounts()[a] >= settings.before().beforeLeast()) {
            var before = new double[tracks];
            for (var b = 0; b < tracks; b++) {
                before[b] = next[b][a] == 0
                        ? 0
                        : next[b][a]
                                * next[b][a]
                                / (next[b][a] + settings.before().beforeDamping())
                                * discount(b, settings.before().beforeDiscount());
            }
            scale(before, settings.before().beforeWeight());
            for (var b = 0; b < tracks; b++) {
                row[b] += before[b];
            }
        }
        return row;
    }

    private void scale(double[] row, double length) {
        var norm =
                switch (settings.normalisation()) {
                    case L2 ->
                        Math.sqrt(Arrays.stream(row)
                                .map(weight -> weight * weight)
                                .reduce(0, Double::sum));
                    case L1 -> Arrays.stream(row).reduce(0, Double::sum);
                    case max -> Arrays.stream(row).max().orElse(0);
                    case none -> 1;
                };
        for (var b = 0; b < tracks && norm > 0; b++) {
            row[b] = length * (row[b] / norm);
        }
    }

    private double followingRare(int b) {
        return IntStream.range(0, tracks)
                .filter(a -> counts.trackCounts()[a] <= settings.rareBound())
                .mapToDouble(a -> settings.backOffPairs() == Pairs.adjacent ? next[a][b] : ahead[a][b])
                .sum();
    }

    private double discount(int b, double exponent) {
        return StrictMath.pow(counts.trackCounts()[b] + settings.popularityOffset(), -exponent);
    }
}
