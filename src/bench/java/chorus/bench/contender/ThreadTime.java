package chorus.bench.contender;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Processor time of threads of this process: what work costs, also where the machine has other work to do. */
public final class ThreadTime {
    private ThreadTime() {}

    /** Seconds so far of all living threads whose names contain {@code part}. */
    public static double of(String part) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(thread ->
                                thread != null && thread.getThreadName().contains(part))
                        .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                        .sum()
                / 1e9;
    }

    /** Seconds so far of the thread that asks. */
    public static double ofThis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
