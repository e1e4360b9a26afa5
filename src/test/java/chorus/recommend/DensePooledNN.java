package chorus.recommend;

import chorus.config.RecommendSettings.Pooling;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The model written down with full matrices, as the formula stands. */
final class DensePooledNN {
    private final Pooling settings;
    private final WorldCounts counts;
    private final int tracks;
    private final double[][] near;
    private final double[][] next;

    DensePooledNN(Pooling settings, WorldCounts counts) {
        this.settings = settings;
        this.counts = counts;
        this.tracks = counts.trackCounts().length;
        near = new double[tracks][tracks];
        next = new double[tracks][tracks];
        for (var from = 0; from < tracks; from++) {
            for (var i = counts.rowStart()[from]; i < counts.rowStart()[from + 1]; i++) {
                near[from][counts.to()[i]] += counts.window()[i];
                near[counts.to()[i]][from] += counts.window()[i];
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
            row[b] = (rare ? followingRare(b) : near[a][b]) * discount(b);
        }
        var squares = 0.0;
        for (var b = 0; b < tracks; b++) {
            squares += row[b] * row[b];
        }
        for (var b = 0; b < tracks && squares > 0; b++) {
            row[b] = (rare ? settings.backOffWeight() : 1) * (row[b] / Math.sqrt(squares));
        }
        return row;
    }

    private double followingRare(int b) {
        return IntStream.range(0, tracks)
                .filter(a -> counts.trackCounts()[a] <= settings.rareBound())
                .mapToDouble(a -> next[a][b])
                .sum();
    }

    private double discount(int b) {
        return StrictMath.pow(counts.trackCounts()[b] + settings.popularityOffset(), -settings.popularityDiscount());
    }
}
