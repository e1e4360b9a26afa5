package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Remark;
import chorus.simulate.replay.input.Source;
import java.io.IOException;

/** Slices of the Million Playlist Dataset, and its challenge set. Unknown keys are passed over. */
final class SliceReader implements PlaylistReader {
    private final JsonInput json;
    private final Intake intake;
    private final Draft draft = new Draft();

    SliceReader(Source source, Intake intake) throws IOException {
        json = new JsonInput(source, intake.findings());
        this.intake = intake;
    }

    @Override
    public void read() throws IOException {
        json.document("playlists", () -> json.objects("playlist", Remark.NO_PLAYLIST, this::playlist));
    }

    private void playlist() throws IOException {
        var pid = JsonInput.NONE;
        var modifiedAt = JsonInput.NONE;
        draft.clear();
        var found = false;
        while (json.nextKey()) {
            switch (json.key()) {
                case "pid" -> pid = pid();
                case "modified_at" -> modifiedAt = json.integer(LATEST);
                case "tracks" -> found = tracks();
                default -> json.skip();
            }
        }
        if (!found) {
            json.note(Remark.NO_TRACKS, "");
            return;
        }
        if (pid == JsonInput.NONE && !intake.renumbers()) {
            json.note(Remark.NO_PID, "");
        }
        intake.add(pid, modifiedAt, draft, json);
    }

    private long pid() throws IOException {
        if (intake.renumbers()) {
            json.skip();
            return JsonInput.NONE;
        }
        var pid = json.integer(Long.MAX_VALUE);
        if (pid >= 0) {
            intake.claim(pid, json);
        }
        return pid;
    }

    /** Whether there is a list of tracks, which is read. */
    private boolean tracks() throws IOException {
        if (json.isNothing()) {
            return false;
        }
        if (json.isArray("must be an array of tracks")) {
            for (var place = 0; json.nextElement(); place++) {
                if (json.isNothing()) {
                    json.note(Remark.NO_TRACK, json.found());
                } else if (json.isText()) {
                    var entry = new Entry();
                    entry.uri = json.name();
                    intake.add(entry, draft, json);
                } else if (json.isObject("must be a track, a JSON object")) {
                    intake.add(entry(place), draft, json);
                }
            }
        }
        return true;
    }

    private Entry entry(int place) throws IOException {
        var entry = new Entry();
        while (json.nextKey()) {
            switch (json.key()) {
                case "track_uri" -> entry.uri = json.name();
                case "track_name" -> entry.title = json.text();
                case "artist_uri" -> entry.artistUri = json.name();
                case "artist_name" -> entry.artistName = json.text();
                case "pos" -> entry.position = position(place);
                default -> json.skip();
            }
        }
        return entry;
    }

    private long position(int place) throws IOException {
        var position = json.integer(Integer.MAX_VALUE);
        if (position >= 0 && position != place) {
            json.note(Remark.OUT_OF_PLACE, position + " at place " + place);
        }
        return position;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
