package chorus.bench.contender;

import java.lang.management.ManagementFactory;

/** Processor time of a thread: what work costs, also where the machine has other work to do. */
public final class ThreadTime {
    private ThreadTime() {}

    /** Seconds so far of the thread that asks. */
    public static double ofThis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
