package chorus;

import java.util.Set;

/** What simulations share and what is theirs alone, as packages and classes below {@code chorus}. */
final class SimulationPlan {
    /** What both simulations share, packages and classes: none of it knows a word of either. */
    static final Set<String> KERNEL = Set.of(
            "broker.Delivery",
            "broker.PausingReader",
            "broker.Topics",
            "broker.WholeTopics",
            "broker.access",
            "broker.contract",
            "broker.orders",
            "broker.refused",
            "broker.results",
            "embedded",
            "epochs",
            "events.Codec",
            "events.Form",
            "events.registry",
            "fatal",
            "hash",
            "orders",
            "reach",
            "run.orders",
            "run.outage",
            "run.whole.Together",
            "state.Place",
            "state.bytes",
            "topology.StreamsApp",
            "topology.commits",
            "topology.engine",
            "waits",
            "worlds");

    /** What is the playlists' alone; what is neither here nor in the other two serves both, by name, or shows them. */
    static final Set<String> PLAYLISTS = Set.of(
            "broker.Announced",
            "broker.EditLog",
            "broker.KafkaEditSink",
            "broker.ResumePoint",
            "broker.RowDelivery",
            "broker.generations",
            "evaluate",
            "experiment",
            "explore",
            "playlist",
            "recommend",
            "retrain",
            "rows.results",
            "run.campaigns",
            "simulate",
            "state.cooccurrence",
            "state.counts",
            "state.edits",
            "state.playlists",
            "state.popularity",
            "state.runs",
            "state.wire",
            "topology.counts",
            "topology.edits");

    /** What is the ratings' alone. */
    static final Set<String> RATINGS = Set.of(
            "altruism",
            "broker.ratings",
            "cli.altruism",
            "events.ratings",
            "ratings",
            "report.altruism",
            "run.ratings",
            "state.ratings",
            "topology.ratings",
            "verify.ratings");

    private SimulationPlan() {}

    /** Whether a class below {@code chorus} is one of a list, or lies in one of it. */
    static boolean isOf(Set<String> list, String name) {
        return list.stream().anyMatch(each -> HousePlan.under(name, each));
    }
}
