package chorus.recommend.linear;

import java.util.stream.IntStream;

/** A range in blocks of one size, on all cores: where a block ends changes no sum, as each result is of one block alone. */
final class Blocks {
    /** Rows of a block: enough to be worth a task, and their sums stay in the cache of a core. */
    private static final int SIZE = 1024;

    private Blocks() {}

    interface Body {
        void of(int from, int to);
    }

    static void each(int length, Body body) {
        IntStream.range(0, (length + SIZE - 1) / SIZE)
                .parallel()
                .forEach(block -> body.of(block * SIZE, Math.min(length, (block + 1) * SIZE)));
    }
}
