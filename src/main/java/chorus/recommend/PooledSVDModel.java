package chorus.recommend;

import chorus.config.RecommendSettings.PooledSVD;
import chorus.config.RecommendSettings.Pooling;
import chorus.recommend.linear.RandomizedSvd;
import chorus.recommend.linear.SparseRows;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * POOLED-SVD: the {@link PooledRows} r cut down to their strongest directions. M has a row √count_a·r_a for each track a in more than
 * {@code rareBound} playlists, and one more, √m·r_UNK with m = Σ of the rarer tracks' counts, for all of these together. With
 * M ≈ UΣVᵀ of rank k, the embedding of a track is E_a = U_aΣ/√count_a, that of a rare or unseen one E_UNK = U_UNKΣ/√m, and
 * score(b) = ⟨Σ_j seedDecay^(n−j)·E_{s_j}, V_b⟩ for the seed s_1…s_n. At full rank this is POOLED-NN.
 *
 * <p>Scores are dense and may be negative. The list is the best of those above 0: below, the model says that a track belongs
 * elsewhere.
 */
public final class PooledSVDModel implements Model {
    private final Pooling parameters;
    private final int[] rowOf;
    private final double[][] embeddings;
    private final TrackVectors vectors;

    private PooledSVDModel(Pooling parameters, int[] rowOf, double[][] embeddings, TrackVectors vectors) {
        this.parameters = parameters;
        this.rowOf = rowOf;
        this.embeddings = embeddings;
        this.vectors = vectors;
    }

    static PooledSVDModel fit(PooledSVD kind, WorldCounts counts) {
        var rows = new PooledRows(kind.pooling(), counts);
        var tracks = counts.trackCounts().length;
        var rowOf = new int[tracks];
        var weights = new DoubleArrayList();
        var pooledWeight = 0L;
        for (var track = 0; track < tracks; track++) {
            rowOf[track] = rows.isRare(track) ? -1 : weights.size();
            if (rows.isRare(track)) {
                pooledWeight += counts.count(track);
            } else {
                weights.add(Math.sqrt(counts.count(track)));
            }
        }
        weights.add(Math.sqrt((double) pooledWeight));
        var svd = RandomizedSvd.of(
                matrix(rows, rowOf, weights), kind.rank(), kind.oversampling(), kind.powerIterations());
        return new PooledSVDModel(kind.pooling(), rowOf, embeddings(svd, weights), TrackVectors.of(svd.right()));
    }

    /** M: frequent tracks ascending, the pooled row last. */
    private static SparseRows matrix(PooledRows rows, int[] rowOf, DoubleArrayList weights) {
        var start = new int[weights.size() + 1];
        var to = new IntArrayList();
        var weight = new DoubleArrayList();
        var scratch = new PooledRows.Scratch();
        for (var track = 0; track < rowOf.length; track++) {
            if (rowOf[track] >= 0) {
                add(rows.of(track, scratch), weights.getDouble(rowOf[track]), to, weight);
                start[rowOf[track] + 1] = to.size();
            }
        }
        add(rows.pooled(), weights.getDouble(weights.size() - 1), to, weight);
        start[weights.size()] = to.size();
        return new SparseRows(rowOf.length, start, to.toIntArray(), weight.toDoubleArray());
    }

    private static void add(Row row, double factor, IntArrayList to, DoubleArrayList weight) {
        for (var i = 0; i < row.size(); i++) {
            to.add(row.track(i));
            weight.add(factor * row.weight(i));
        }
    }

    /** U_a/√count_a by row of M; Σ goes with the tracks' vectors. */
    private static double[][] embeddings(RandomizedSvd svd, DoubleArrayList weights) {
        var left = svd.left();
        var embeddings = new double[left.rows()][left.columns()];
        for (var row = 0; row < embeddings.length; row++) {
            var weight = weights.getDouble(row);
            for (var c = 0; c < left.columns() && weight > 0; c++) {
                embeddings[row][c] = left.row(row)[c] / weight;
            }
        }
        return embeddings;
    }

    @Override
    public int[] continuation(int[] seed, int limit) {
        return best(scores(seed), seed, limit);
    }

    /** By track, those of the seed too. */
    double[] scores(int[] seed) {
        return vectors.scores(List.of(query(seed)))[0];
    }

    /** In batches, on all cores: the vectors of the tracks are read once a batch. */
    @Override
    public List<int[]> continuations(List<int[]> seeds, int limit) {
        var batches = (seeds.size() + TrackVectors.BATCH - 1) / TrackVectors.BATCH;
        return IntStream.range(0, batches)
                .parallel()
                .mapToObj(batch -> seeds.subList(
                        batch * TrackVectors.BATCH, Math.min(seeds.size(), (batch + 1) * TrackVectors.BATCH)))
                .map(batch -> lists(batch, limit))
                .flatMap(List::stream)
                .toList();
    }

    private List<int[]> lists(List<int[]> seeds, int limit) {
        var scores = vectors.scores(seeds.stream().map(this::query).toList());
        var lists = new ArrayList<int[]>(seeds.size());
        for (var i = 0; i < seeds.size(); i++) {
            lists.add(best(scores[i], seeds.get(i), limit));
        }
        return lists;
    }

    private double[] query(int[] seed) {
        var query = new double[vectors.rank()];
        for (var j = 0; j < seed.length; j++) {
            var known = seed[j] >= 0 && seed[j] < rowOf.length && rowOf[seed[j]] >= 0;
            var embedding = embeddings[known ? rowOf[seed[j]] : embeddings.length - 1];
            var weight = parameters.seedWeight(seed.length - 1 - j);
            for (var c = 0; c < query.length; c++) {
                query[c] += weight * embedding[c];
            }
        }
        return query;
    }

    private static int[] best(double[] score, int[] seed, int limit) {
        for (var track : seed) {
            if (track >= 0 && track < score.length) {
                score[track] = 0;
            }
        }
        var top = new TopTracks(score, Math.min(limit, score.length));
        for (var track = 0; track < score.length; track++) {
            if (score[track] > 0) {
                top.offer(track);
            }
        }
        return top.bestFirst();
    }
}
