package chorus.recommend;

import chorus.recommend.linear.Dense;
import java.util.List;

/** A vector for each track, to be multiplied with many queries at once: laid out dimension by dimension. */
final class TrackVectors {
    /** Queries that are answered together: as many as read a block of vectors while it lies in a core's cache. */
    static final int BATCH = 16;

    /** Tracks of a block. */
    private static final int BLOCK = 512;

    private final int tracks;
    private final double[][] dimensions;

    private TrackVectors(int tracks, double[][] dimensions) {
        this.tracks = tracks;
        this.dimensions = dimensions;
    }

    /** @param vectors a row a track */
    static TrackVectors of(Dense vectors) {
        var dimensions = new double[vectors.columns()][vectors.rows()];
        for (var track = 0; track < vectors.rows(); track++) {
            for (var c = 0; c < dimensions.length; c++) {
                dimensions[c][track] = vectors.row(track)[c];
            }
        }
        return new TrackVectors(vectors.rows(), dimensions);
    }

    int rank() {
        return dimensions.length;
    }

    /** The inner product of each query with each track's vector, summed over the dimensions in their order; by query. */
    double[][] scores(List<double[]> queries) {
        var scores = new double[queries.size()][tracks];
        for (var from = 0; from < tracks; from += BLOCK) {
            var end = Math.min(tracks, from + BLOCK);
            for (var i = 0; i < scores.length; i++) {
                for (var c = 0; c < dimensions.length; c++) {
                    add(queries.get(i)[c], dimensions[c], scores[i], from, end);
                }
            }
        }
        return scores;
    }

    private static void add(double factor, double[] dimension, double[] scores, int from, int end) {
        for (var track = from; track < end; track++) {
            scores[track] += factor * dimension[track];
        }
    }
}
