package chorus.run;

import chorus.broker.Cluster;
import chorus.config.Settings;
import java.util.function.LongSupplier;

/**
 * Where every part of a run works, and who looks on.
 *
 * @param nanos elapsed time
 */
public record Site(Settings settings, Cluster cluster, Watch watch, LongSupplier nanos) {}
