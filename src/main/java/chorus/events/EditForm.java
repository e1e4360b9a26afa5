package chorus.events;

import chorus.events.avro.Created;
import chorus.events.avro.Deleted;
import chorus.events.avro.EpochEnded;
import chorus.events.avro.Inserted;
import chorus.events.avro.Moved;
import chorus.events.avro.PlaylistEdit;
import chorus.events.avro.Removed;
import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.rows.RowKeys;
import chorus.worlds.WorldSet;
import java.time.Instant;

/** The form of the log's records: edits and marks are one record, told apart by their change. */
final class EditForm {
    static final Form<LogEntry, PlaylistEdit> EDIT = new Form<>(PlaylistEdit.class, EditForm::write, EditForm::read);

    private EditForm() {}

    private static PlaylistEdit write(LogEntry entry) {
        return switch (entry) {
            case chorus.playlist.PlaylistEdit edit ->
                new PlaylistEdit(
                        edit.playlist().value(),
                        edit.listener().value(),
                        edit.epoch(),
                        Instant.ofEpochMilli(edit.eventTime()),
                        edit.sequence(),
                        edit.worlds().bits(),
                        edit.campaign(),
                        write(edit.change()));
            case chorus.playlist.EpochEnded mark ->
                new PlaylistEdit(
                        (long) RowKeys.mark(mark.writer()),
                        0L,
                        mark.epoch(),
                        Instant.ofEpochMilli(mark.eventTime()),
                        0L,
                        WorldSet.ALL.bits(),
                        null,
                        new EpochEnded(mark.writer(), mark.writers()));
        };
    }

    private static Object write(Change change) {
        return switch (change) {
            case Change.Created() -> new Created();
            case Change.Inserted(var track, var index, var before) -> new Inserted(track.value(), index, before);
            case Change.Removed(var track, var index) -> new Removed(track.value(), index);
            case Change.Moved(var track, var from, var to) -> new Moved(track.value(), from, to);
            case Change.Deleted() -> new Deleted();
        };
    }

    private static LogEntry read(PlaylistEdit record) {
        if (record.getChange() instanceof EpochEnded mark) {
            return new chorus.playlist.EpochEnded(
                    record.getEpoch(), mark.getWriter(), mark.getWriters(), millis(record));
        }
        return new chorus.playlist.PlaylistEdit(
                new PlaylistId(record.getPlaylist()),
                new ListenerId(record.getListener()),
                record.getEpoch(),
                millis(record),
                record.getSequence(),
                new WorldSet(record.getWorlds()),
                record.getCampaign(),
                change(record.getChange()));
    }

    private static long millis(PlaylistEdit record) {
        return record.getEventTime().toEpochMilli();
    }

    private static Change change(Object change) {
        return switch (change) {
            case Created created -> new Change.Created();
            case Inserted inserted ->
                new Change.Inserted(
                        new TrackId(inserted.getTrack()), inserted.getIndex(), inserted.getBeforeSuccessor());
            case Removed removed -> new Change.Removed(new TrackId(removed.getTrack()), removed.getIndex());
            case Moved moved -> new Change.Moved(new TrackId(moved.getTrack()), moved.getFrom(), moved.getTo());
            case Deleted deleted -> new Change.Deleted();
            default -> throw new IllegalArgumentException("unknown change " + change);
        };
    }
}
