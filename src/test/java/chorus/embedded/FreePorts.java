package chorus.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * Free loopback ports for servers that are killed and started again: below the range that systems hand out for outgoing
 * connections, so that nobody is given one of them meanwhile, and below those of the embedded broker.
 */
public final class FreePorts {
    private static final int LOWEST = 12_000;
    private static final int COUNT = 6_000;

    private FreePorts() {}

    public static List<Integer> take(int count) {
        var first = Math.floorMod(ProcessHandle.current().pid() * 97 + System.nanoTime() / 1000, COUNT);
        var ports = new ArrayList<Integer>();
        for (var step = 0; step < COUNT && ports.size() < count; step++) {
            var port = LOWEST + (first + step) % COUNT;
            if (Ports.free(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new IllegalStateException("no " + count + " ports on 127.0.0.1 are free");
        }
        return ports;
    }
}
