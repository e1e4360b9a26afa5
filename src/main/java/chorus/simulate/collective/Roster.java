package chorus.simulate.collective;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Who is in a collective and what it knows, before it is decided where anybody plants: all that a strategy may use.
 *
 * @param targets the promoted tracks, at least one
 * @param members by rank
 * @param contents of the members' playlists when the campaign starts; none of one that is gone by then
 * @param known the playlists that it knows, its own first
 * @param training all training playlists when the campaign starts, which it may not know
 */
public record Roster(
        CampaignSettings settings,
        List<TrackId> targets,
        List<PlaylistId> members,
        Map<PlaylistId, KnownPlaylist> contents,
        Knowledge knowledge,
        List<KnownPlaylist> known,
        List<KnownPlaylist> training) {
    public Roster {
        targets = List.copyOf(targets);
        members = List.copyOf(members);
        contents = Map.copyOf(contents);
        known = List.copyOf(known);
        training = List.copyOf(training);
    }

    /** The track beside which a member is to put the target; empty for a strategy without anchors, or one that is in a file. */
    public OptionalInt anchor(PlaylistId member) {
        return anchor(member, Map.of());
    }

    /** @param planned what a file says of members; there it is the track before the place */
    OptionalInt anchor(PlaylistId member, Map<PlaylistId, PlannedPlant> planned) {
        var playlist = contents.get(member);
        if (playlist == null) {
            return OptionalInt.empty();
        }
        var index =
                switch (settings.strategy()) {
                    case Strategy.Anchored anchored -> Placement.anchor(anchored, playlist.tracks(), knowledge);
                    case Strategy.File _ -> {
                        var plant = planned.get(member);
                        yield plant == null ? Placement.NONE : plant.index() - 1;
                    }
                    case Strategy.Random _,
                            Strategy.RandomFirst _,
                            Strategy.RandomLast _,
                            Strategy.AtTheEnd _,
                            Strategy.Altruistic _,
                            Strategy.InsertAt _ -> Placement.NONE;
                };
        return index == Placement.NONE ? OptionalInt.empty() : OptionalInt.of(playlist.tracks()[index]);
    }
}
