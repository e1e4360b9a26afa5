package chorus.run;

import chorus.broker.Cluster;
import chorus.config.Settings;
import chorus.topology.ChorusTopology;
import chorus.topology.ChorusTopology.Surroundings;
import chorus.topology.StreamsApp;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** One instance of the topology, bound to a cluster; its stores lie under {@code stores}. */
public record StreamRun(Settings settings, Cluster cluster, Path stores, Watch watch, LongSupplier nanos) {
    public StreamsApp start() {
        watch.note("starting the topology, " + settings.stream().threads() + " threads, stores in " + stores);
        var around = new Surroundings(cluster.events(), cluster::tracksEnd, nanos);
        return StreamsApp.start(
                ChorusTopology.build(settings, around), settings, cluster.bootstrap(), stores, new TopologyWait(watch));
    }
}
