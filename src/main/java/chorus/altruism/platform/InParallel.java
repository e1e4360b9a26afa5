package chorus.altruism.platform;

import java.util.stream.IntStream;

/** Work on rows that know nothing of each other, side by side on the cores: each writes its own results, so order does not matter. */
final class InParallel {
    private static final int CHUNK = 128;

    private InParallel() {}

    /** Rows from one up to another. */
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }

    static void rows(int count, Work work) {
        IntStream.range(0, (count + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> work.on(chunk * CHUNK, Math.min(count, (chunk + 1) * CHUNK)));
    }
}
