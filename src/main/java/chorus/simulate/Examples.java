package chorus.simulate;

import chorus.config.Settings;
import chorus.playlist.PlaylistId;
import chorus.playlist.Track;
import chorus.playlist.TrackId;
import java.util.Arrays;
import java.util.List;

/**
 * Where members of a campaign would plant, in their playlists as they are when it starts.
 *
 * @param members how many plant when the collective is whole
 * @param targets what it promotes, at least one track
 * @param playlists of the first members who plant
 */
public record Examples(int members, List<Track> targets, List<Planted> playlists) {
    public Examples {
        targets = List.copyOf(targets);
        playlists = List.copyOf(playlists);
    }

    /**
     * A member's playlist.
     *
     * @param tracks without the plant
     * @param index of the plant, which comes before the track that stands there
     */
    public record Planted(PlaylistId playlist, List<TrackId> tracks, int index) {
        public Planted {
            tracks = List.copyOf(tracks);
        }
    }

    /**
     * Those of the last campaign that orders start.
     *
     * @param most how many playlists at most
     * @throws chorus.config.tree.SettingsFault where it finds too few playlists, or not the track that it promotes
     */
    public static Examples of(Settings settings, Plan plan, int most) {
        var planter =
                Collectives.planters(plan, List.of(Scenario.alone(settings))).getLast();
        var collective = planter.collective();
        var contents =
                plan.contents(plan.campaignsFrom() + collective.settings().start());
        var planted = collective.members().stream()
                .filter(member -> !member.conduct().forgets())
                .limit(most)
                .map(member -> {
                    var tracks = contents.stream()
                            .filter(known -> known.playlist().equals(member.playlist()))
                            .findFirst()
                            .map(known -> known.tracks())
                            .orElseGet(() -> new int[0]);
                    return new Planted(
                            member.playlist(),
                            Arrays.stream(tracks).mapToObj(TrackId::new).toList(),
                            collective.place(member, tracks).index());
                })
                .toList();
        var promoted = collective.settings().promoted();
        return new Examples(collective.size(), Targets.told(plan, promoted, collective.targets()), planted);
    }
}
