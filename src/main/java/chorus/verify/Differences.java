package chorus.verify;

import chorus.verify.Verification.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts differences and keeps the first ones. */
public final class Differences {
    private static final int KEPT = 20;

    private final List<Difference> first = new ArrayList<>();
    private long count;

    public void note(Supplier<Difference> difference) {
        count++;
        if (first.size() < KEPT) {
            first.add(difference.get());
        }
    }

    public void compare(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            note(() -> new Difference(what, expected.toString(), actual.toString()));
        }
    }

    public long count() {
        return count;
    }

    public List<Difference> first() {
        return first;
    }
}
