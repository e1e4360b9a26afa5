package chorus.run;

import chorus.run.outage.Outlast;
import chorus.topology.ChorusTopology;
import chorus.topology.StreamsApp;
import chorus.topology.engine.Work.Tally;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** One instance of the topology, bound to a cluster; its stores lie under {@code stores}. */
public record StreamRun(Site site, Path stores) {
    public StreamsApp start() {
        var settings = site.settings();
        var cluster = site.cluster();
        site.watch().note("starting the topology, " + settings.stream().threads() + " threads, stores in " + stores);
        var needed = new ChorusTopology.Surroundings(
                cluster.events(),
                this::tracksEnd,
                site.nanos(),
                new Tally(site.watch()::refused, site.watch()::closed));
        return StreamsApp.start(
                ChorusTopology.build(settings, needed),
                settings,
                cluster.access().clients(),
                stores,
                new TopologyWait(site.watch()));
    }

    private long tracksEnd() {
        try {
            return Outlast.silence(site.cluster()::tracksEnd, () -> false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while asking for the end of the tracks");
        }
    }
}
