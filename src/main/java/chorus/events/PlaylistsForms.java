package chorus.events;

import chorus.events.avro.Planted;
import chorus.events.avro.PlaylistRow;
import chorus.events.avro.PlaylistView;
import chorus.events.avro.Playlists;
import chorus.events.avro.PlaylistsMark;
import chorus.events.avro.Refused;
import chorus.playlist.PlaylistId;
import chorus.rows.PlaylistRow.View;
import chorus.rows.PlaylistsEntry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The forms of what the playlists' stage says: published playlists with their mark, and refused records. */
final class PlaylistsForms {
    static final Form<PlaylistsEntry, Playlists> PLAYLISTS =
            new Form<>(Playlists.class, entry -> new Playlists(write(entry)), record -> read(record.getEntry()));
    static final Form<chorus.rows.Refused, Refused> REFUSED =
            new Form<>(Refused.class, PlaylistsForms::write, PlaylistsForms::read);

    private PlaylistsForms() {}

    private static Object write(PlaylistsEntry entry) {
        return switch (entry) {
            case chorus.rows.PlaylistRow(var playlist, var tracks, var others) ->
                new PlaylistRow(
                        playlist,
                        new Ints(tracks),
                        others.stream()
                                .map(view -> new PlaylistView(view.worlds(), new Ints(view.tracks())))
                                .toList());
            case chorus.rows.PlaylistsMark mark ->
                new PlaylistsMark(
                        mark.epoch(),
                        mark.partition(),
                        mark.partitions(),
                        mark.worlds(),
                        mark.training(),
                        mark.heldOut(),
                        planted(mark),
                        mark.applied(),
                        mark.refused());
        };
    }

    private static PlaylistsEntry read(Object entry) {
        return switch (entry) {
            case PlaylistRow row ->
                new chorus.rows.PlaylistRow(
                        new PlaylistId(row.getPlaylist()).value(),
                        Ints.tracks(Ints.array(row.getTracks())),
                        row.getOthers().stream()
                                .map(view -> new View(view.getWorlds(), Ints.tracks(Ints.array(view.getTracks()))))
                                .toList());
            case PlaylistsMark mark ->
                new chorus.rows.PlaylistsMark(
                        mark.getEpoch(),
                        mark.getPartition(),
                        mark.getPartitions(),
                        mark.getWorlds(),
                        mark.getTraining(),
                        mark.getHeldOut(),
                        planted(mark),
                        mark.getApplied(),
                        mark.getRefused());
            default -> throw new IllegalArgumentException("unknown entry " + entry);
        };
    }

    private static List<Planted> planted(chorus.rows.PlaylistsMark mark) {
        return new TreeMap<>(mark.planted())
                .entrySet().stream()
                        .map(each -> new Planted(each.getKey(), each.getValue()))
                        .toList();
    }

    private static Map<String, Long> planted(PlaylistsMark record) {
        return record.getPlanted().stream().collect(Collectors.toMap(Planted::getCampaign, Planted::getPlaylists));
    }

    private static Refused write(chorus.rows.Refused refused) {
        return new Refused(
                ByteBuffer.wrap(refused.raw()),
                refused.topic(),
                refused.partition(),
                refused.offset(),
                refused.reason());
    }

    private static chorus.rows.Refused read(Refused record) {
        var raw = new byte[record.getRaw().remaining()];
        record.getRaw().duplicate().get(raw);
        return new chorus.rows.Refused(
                raw, record.getTopic(), record.getPartition(), record.getOffset(), record.getReason());
    }
}
