package chorus.events;

import chorus.events.avro.Campaign;
import chorus.events.avro.Track;
import chorus.playlist.TrackId;
import java.util.List;

/** The forms of what edits refer to: tracks and campaigns. */
final class InputForms {
    static final Form<chorus.playlist.Track, Track> TRACK =
            new Form<>(Track.class, InputForms::write, InputForms::read);
    static final Form<chorus.playlist.Campaign, Campaign> CAMPAIGN =
            new Form<>(Campaign.class, InputForms::write, InputForms::read);

    private InputForms() {}

    private static Track write(chorus.playlist.Track track) {
        return new Track(track.id().value(), track.uri(), track.title(), track.artistUri(), track.artistName());
    }

    private static chorus.playlist.Track read(Track record) {
        return new chorus.playlist.Track(
                new TrackId(record.getId()),
                record.getUri(),
                record.getTitle(),
                record.getArtistUri(),
                record.getArtistName());
    }

    private static Campaign write(chorus.playlist.Campaign campaign) {
        return new Campaign(
                campaign.name(),
                numbers(campaign.targets()),
                campaign.strategy(),
                campaign.members(),
                campaign.start(),
                campaign.end() == Long.MAX_VALUE ? null : campaign.end(),
                numbers(campaign.anchors()),
                campaign.anchorsFrom(),
                campaign.estimates());
    }

    private static List<Integer> numbers(List<TrackId> tracks) {
        return tracks.stream().map(TrackId::value).toList();
    }

    private static List<TrackId> tracks(List<Integer> numbers) {
        return numbers.stream().map(TrackId::new).toList();
    }

    private static chorus.playlist.Campaign read(Campaign record) {
        return new chorus.playlist.Campaign(
                record.getName(),
                tracks(record.getTargets()),
                record.getStrategy(),
                record.getMembers(),
                record.getStart(),
                record.getEnd() == null ? Long.MAX_VALUE : record.getEnd(),
                tracks(record.getAnchors()),
                record.getAnchorsFrom(),
                record.getEstimates());
    }
}
