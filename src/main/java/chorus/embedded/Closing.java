package chorus.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** Things to close, last first; each is closed once, whatever becomes of the others. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> steps = new ArrayDeque<>();

    void then(AutoCloseable step) {
        steps.push(step);
    }

    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!steps.isEmpty()) {
            try {
                steps.pop().close();
            } catch (Exception e) {
                first = first == null ? new PlatformFailure("close", e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
