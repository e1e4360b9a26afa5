package chorus.simulate;

import chorus.playlist.Track;
import chorus.simulate.collective.Collective;
import chorus.worlds.WorldSet;
import java.util.List;

/**
 * A collective, and where it plants.
 *
 * @param campaign what its campaign is called in the log
 * @param told the target as a track, to be told before the first plant; empty where the topic has it already
 * @param number the campaign's, from 1, in the order of the scenarios and their settings
 * @param worlds in which the campaign happens; none if it is in no world
 */
record Planter(Collective collective, String campaign, List<Track> told, int number, WorldSet worlds) {
    Planter {
        told = List.copyOf(told);
    }
}
