package chorus.events;

import chorus.playlist.World;

/** The worlds' names on the wire. */
final class Worlds {
    private Worlds() {}

    static chorus.events.avro.World write(World world) {
        return switch (world) {
            case BOTH -> chorus.events.avro.World.BOTH;
            case FACTUAL -> chorus.events.avro.World.FACTUAL;
            case COUNTERFACTUAL -> chorus.events.avro.World.COUNTERFACTUAL;
        };
    }

    static World read(chorus.events.avro.World world) {
        return switch (world) {
            case BOTH -> World.BOTH;
            case FACTUAL -> World.FACTUAL;
            case COUNTERFACTUAL -> World.COUNTERFACTUAL;
        };
    }
}
