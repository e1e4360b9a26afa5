package chorus.loadtest.generate;

import chorus.loadtest.workload.Workload;

/**
 * When edits are intended, over all generators: edit number n of the load (a real number, for chance between whole ones) at
 * {@link #nanos}. Each period of a load in bursts begins with its burst.
 *
 * @param rate edits a second outside bursts
 * @param period nanoseconds from one burst to the next
 * @param burst nanoseconds of a burst
 * @param factor the burst's rate ÷ the rate
 */
public record Schedule(double rate, long period, long burst, double factor) {
    private static final double SECOND = 1e9;

    public static Schedule steady(double rate) {
        return new Schedule(rate, 1_000_000_000L, 0, 1);
    }

    public static Schedule of(Workload workload) {
        var burst = workload.burst();
        return workload.kind() == Workload.Kind.burst
                ? new Schedule(
                        workload.rate(), burst.every().toNanos(), burst.length().toNanos(), burst.factor())
                : steady(workload.rate());
    }

    /** Nanoseconds from the beginning of the load to edit {@code number}. */
    public long nanos(double number) {
        var inBurst = rate * factor * burst / SECOND;
        var inPeriod = inBurst + rate * (period - burst) / SECOND;
        var periods = Math.floor(number / inPeriod);
        var rest = number - periods * inPeriod;
        var within = rest < inBurst ? rest / (rate * factor) : burst / SECOND + (rest - inBurst) / rate;
        return (long) (periods * period + within * SECOND);
    }

    /** The rate over whole periods. */
    public double mean() {
        return rate * (1 + (factor - 1) * burst / period);
    }
}
