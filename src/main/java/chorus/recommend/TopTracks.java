package chorus.recommend;

/** The best tracks by score, equal scores by ascending id: a bounded binary heap with the worst kept track at its root. */
final class TopTracks {
    private final double[] score;
    private final int[] heap;
    private int size;

    TopTracks(double[] score, int limit) {
        this.score = score;
        this.heap = new int[Math.max(limit, 0)];
    }

    void offer(int track) {
        if (size < heap.length) {
            rise(size++, track);
        } else if (size > 0 && worse(heap[0], track)) {
            sink(track);
        }
    }

    /** Empties the heap. */
    int[] bestFirst() {
        var best = new int[size];
        while (size > 0) {
            best[size - 1] = heap[0];
            var last = heap[--size];
            if (size > 0) {
                sink(last);
            }
        }
        return best;
    }

    private boolean worse(int a, int b) {
        return score[a] < score[b] || (score[a] == score[b] && a > b);
    }

    private void rise(int leaf, int track) {
        var i = leaf;
        while (i > 0 && worse(track, heap[(i - 1) / 2])) {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = track;
    }

    private void sink(int track) {
        var i = 0;
        for (var child = 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && worse(heap[child + 1], heap[child])) {
                child++;
            }
            if (!worse(heap[child], track)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = track;
    }
}
