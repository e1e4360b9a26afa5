package chorus.run.ratings;

import chorus.run.Site;
import chorus.run.TopologyWait;
import chorus.topology.StreamsApp;
import chorus.topology.engine.Work.Tally;
import chorus.topology.ratings.RatingTopology;
import java.nio.file.Path;

/** One instance of the topology of the second simulation; its stores lie under {@code stores}. */
public record RatingStream(Site site, Path stores) {
    public StreamsApp start() {
        var settings = site.settings();
        var cluster = site.cluster();
        site.watch().note("starting the topology, " + settings.stream().threads() + " threads, stores in " + stores);
        var topology = RatingTopology.build(
                settings.kafka(),
                settings.stream(),
                settings.ratingRules(),
                cluster.events(),
                site.nanos(),
                new Tally(site.watch()::refused, site.watch()::closed));
        return StreamsApp.start(
                topology,
                cluster.names().application(),
                settings,
                cluster.access().clients(),
                stores,
                new TopologyWait(site.watch()));
    }
}
