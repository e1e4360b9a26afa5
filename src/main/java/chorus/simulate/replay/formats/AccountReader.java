package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Remark;
import chorus.simulate.replay.input.Source;
import java.io.IOException;

/**
 * The playlists of a Spotify account's export, {@code Playlist1.json} and so on: artists have names only, playlists no pid.
 * Entries are tracks or local files; episodes and audiobooks are left out.
 */
final class AccountReader implements PlaylistReader {
    private final JsonInput json;
    private final Intake intake;

    AccountReader(Source source, Intake intake) throws IOException {
        json = new JsonInput(source, intake.findings());
        this.intake = intake;
    }

    @Override
    public void read() throws IOException {
        json.document("playlists", () -> json.objects("playlist", Remark.NO_PLAYLIST, this::playlist));
    }

    private void playlist() throws IOException {
        var modifiedAt = JsonInput.NONE;
        var draft = new Draft();
        while (json.nextKey()) {
            switch (json.key()) {
                case "lastModifiedDate" -> modifiedAt = Times.seconds(json);
                case "items" -> json.objects("track", Remark.NO_TRACK, () -> item(draft));
                default -> json.skip();
            }
        }
        intake.add(JsonInput.NONE, modifiedAt, draft, json);
    }

    private void item(Draft draft) throws IOException {
        var found = false;
        while (json.nextKey()) {
            if ((json.key().equals("track") || json.key().equals("localTrack")) && !json.isNothing()) {
                found = true;
                if (json.isObject("must be a track, a JSON object")) {
                    intake.add(track(), draft, json);
                }
            } else {
                json.skip();
            }
        }
        if (!found) {
            json.note(Remark.NO_TRACK, "");
        }
    }

    private Entry track() throws IOException {
        var entry = new Entry();
        while (json.nextKey()) {
            switch (json.key()) {
                case "trackUri", "uri" -> entry.uri = json.name();
                case "trackName" -> entry.title = json.text();
                case "artistName" -> entry.artistName = json.text();
                default -> json.skip();
            }
        }
        entry.artistUri = entry.artistName;
        return entry;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
