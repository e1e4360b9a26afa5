package chorus.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * Free loopback ports for servers that are started later, or killed and started again: below the range that systems hand out for
 * outgoing connections, so that nobody is given one of them meanwhile, and below those of the embedded broker. Virtual machines that
 * test at the same time choose among different ones.
 */
public final class FreePorts {
    private static final int LOWEST = 12_000;
    private static final int COUNT = 6_000;
    /** How many virtual machines may test side by side. */
    private static final int MACHINES = 4;

    private static final int MACHINE = Math.floorMod(Integer.getInteger("surefire.forkNumber", 0), MACHINES);
    private static int next = Math.floorMod(ProcessHandle.current().pid() * 97, COUNT);

    private FreePorts() {}

    public static int one() {
        return take(1).getFirst();
    }

    /** None of them was given before, as long as there are others. */
    public static synchronized List<Integer> take(int count) {
        var ports = new ArrayList<Integer>();
        for (var step = 0; step < COUNT && ports.size() < count; step++) {
            next = (next + 1) % COUNT;
            var port = LOWEST + next;
            if (port % MACHINES == MACHINE && Ports.free(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException("no " + count + " ports on 127.0.0.1 are free");
        }
        return ports;
    }
}
