package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Remark;
import chorus.simulate.replay.input.Source;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSPF, the JSON of XSPF: one playlist a file. A track's uri is its first identifier, else its first location; artists have names only. */
final class JspfReader implements PlaylistReader {
    private final JsonInput json;
    private final Intake intake;

    JspfReader(Source source, Intake intake) throws IOException {
        json = new JsonInput(source, intake.findings());
        this.intake = intake;
    }

    @Override
    public void read() throws IOException {
        json.document("playlist", () -> {
            if (json.isObject("must be a playlist, a JSON object")) {
                playlist();
            }
        });
    }

    private void playlist() throws IOException {
        var modifiedAt = JsonInput.NONE;
        var draft = new Draft();
        while (json.nextKey()) {
            switch (json.key()) {
                case "date" -> modifiedAt = Times.seconds(json);
                case "track" -> json.objects("track", Remark.NO_TRACK, () -> intake.add(entry(), draft, json));
                default -> json.skip();
            }
        }
        intake.add(JsonInput.NONE, modifiedAt, draft, json);
    }

    private Entry entry() throws IOException {
        var entry = new Entry();
        String location = null;
        while (json.nextKey()) {
            switch (json.key()) {
                case "identifier" -> entry.uri = first();
                case "location" -> location = first();
                case "title" -> entry.title = json.text();
                case "creator" -> entry.artistName = json.text();
                default -> json.skip();
            }
        }
        entry.uri = Entry.isBlank(entry.uri) ? location : entry.uri;
        entry.artistUri = entry.artistName;
        return entry;
    }

    /** The first of a list of texts that is not empty; a text by itself is such a list. */
    private @Nullable String first() throws IOException {
        if (!json.opensArray()) {
            return json.name();
        }
        String first = null;
        while (json.nextElement()) {
            var each = json.name();
            first = Entry.isBlank(first) ? each : first;
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
