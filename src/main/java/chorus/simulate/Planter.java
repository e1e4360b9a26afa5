package chorus.simulate;

import chorus.config.Standing;
import chorus.config.Standing.Ending;
import chorus.playlist.Track;
import chorus.simulate.collective.Collective;
import chorus.worlds.WorldSet;
import java.util.List;
import java.util.Optional;

/**
 * A collective, and where it plants.
 *
 * @param campaign what its campaign is called in the log
 * @param told the target as a track, to be told before the first plant; empty where the topic has it already
 * @param number the campaign's, from 1, in the order of the scenarios and their settings
 * @param worlds in which the campaign happens; none if it is in no world
 * @param ending how an order ends the campaign, where one does
 */
record Planter(
        Collective collective,
        String campaign,
        List<Track> told,
        int number,
        WorldSet worlds,
        Optional<Ending> ending) {
    Planter {
        told = List.copyOf(told);
    }

    /** The same under more orders. */
    Planter under(Standing standing) {
        return new Planter(
                collective,
                campaign,
                told,
                number,
                worlds,
                standing.ending(collective.settings().name()));
    }

    /** Whether the member at {@code rank} holds a plant at the end of {@code epoch}, counted as the campaign's start is. */
    boolean holds(int rank, long epoch) {
        return ending.map(end -> collective.holds(rank, epoch, end)).orElseGet(() -> collective.holds(rank, epoch));
    }
}
