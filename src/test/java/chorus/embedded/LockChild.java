package chorus.embedded;

import java.nio.file.Path;

/** A process that says whether it can hold a data directory's lock. */
final class LockChild {
    private LockChild() {}

    public static void main(String[] arguments) {
        System.out.println(DataLock.tryHold(Path.of(arguments[0])).isPresent() ? "held" : "taken");
    }
}
