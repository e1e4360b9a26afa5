package chorus.bench.streams;

import chorus.bench.ground.Allowance;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What closing an epoch cost beside what is allowed for it. Its time is that of all threads from the first published row to the
 * last mark readable: a thread that had finished counts as long as another still closed, and so does the last commit. Track
 * counts are published in that time too, but nothing is allowed for them.
 *
 * @param seconds from the first row to the last mark
 * @param threads that closed, at most
 * @param work the stream threads' processor time meanwhile, seconds
 */
record Closing(double seconds, int threads, double work) {

    Map<String, Double> figures(PublishedCut cut) {
        var chunks = cut.chunkSizes().summaryStatistics();
        var allowed = Allowance.REQUIRED.of(chunks.getCount(), chunks.getSum());
        var stretch = Allowance.STRETCH.of(chunks.getCount(), chunks.getSum());
        var micros = seconds * threads * 1e6;
        var figures = new LinkedHashMap<String, Double>();
        figures.put("closing, seconds from the first row to the last mark", seconds);
        figures.put("closing, thread-seconds", seconds * threads);
        figures.put("closing, processor seconds of the stream threads", work);
        figures.put("closing, changed rows of pairs (chunks)", (double) chunks.getCount());
        figures.put("closing, neighbours in them", (double) chunks.getSum());
        figures.put("closing, changed track counts", (double) cut.trackCounts());
        figures.put("closing, µs a row of pairs", micros / chunks.getCount());
        figures.put("closing, part of what is allowed", micros / allowed);
        figures.put("closing, part of the stretch goal", micros / stretch);
        figures.put("closing, part of what is allowed, by processor time", work * 1e6 / allowed);
        return figures;
    }
}
