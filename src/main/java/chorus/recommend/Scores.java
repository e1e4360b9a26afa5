package chorus.recommend;

import java.util.Arrays;

/** Scores by track with the list of tracks that have one, so that clearing costs what was touched, not the catalogue. */
final class Scores {
    private final double[] score;
    private int[] touched = new int[1024];
    private int size;
    final PooledRows.Scratch rows = new PooledRows.Scratch();

    Scores(int tracks) {
        score = new double[tracks];
    }

    /** Adds {@code factor}·row. */
    void add(Row addend, double factor) {
        for (var i = 0; i < addend.size(); i++) {
            var value = factor * addend.weight(i);
            if (value > 0) {
                touch(addend.track(i));
                score[addend.track(i)] += value;
            }
        }
    }

    private void touch(int track) {
        if (score[track] == 0) {
            if (size == touched.length) {
                touched = Arrays.copyOf(touched, 2 * size);
            }
            touched[size++] = track;
        }
    }

    /** Takes the score of {@code track} away. */
    void mask(int track) {
        if (track >= 0 && track < score.length) {
            score[track] = 0;
        }
    }

    /** The best tracks with a score, and a clean sheet. */
    int[] take(int limit) {
        var top = new TopTracks(score, Math.min(limit, size));
        for (var i = 0; i < size; i++) {
            if (score[touched[i]] > 0) {
                top.offer(touched[i]);
            }
        }
        var best = top.bestFirst();
        for (var i = 0; i < size; i++) {
            score[touched[i]] = 0;
        }
        size = 0;
        return best;
    }
}
