package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.CsvInput;
import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exportify's CSV: one playlist a file, in the order of its rows. Of several artists, which semicolons or commas part, the first
 * is read; a comma in a name is {@code \,}.
 */
final class ExportifyReader implements PlaylistReader {
    /** The columns that name a track, in all of Exportify's versions. */
    static final String[] TRACK = {"track_uri", "spotify_uri", "spotify_id", "track_id"};

    private static final String[] ARTIST = {"artist_uri", "artist_uris", "artist_ids", "artist_id"};
    private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\)[;,]");

    private final CsvInput csv;
    private final Intake intake;

    ExportifyReader(Source source, Intake intake) throws IOException {
        csv = CsvInput.open(source, intake.findings());
        this.intake = intake;
    }

    @Override
    public void read() throws IOException {
        var draft = new Draft();
        while (csv.nextRow()) {
            intake.add(entry(), draft, csv);
        }
        intake.add(JsonInput.NONE, JsonInput.NONE, draft, csv);
    }

    private Entry entry() {
        var entry = new Entry();
        var uris = csv.field(ARTIST);
        var names = csv.field("artist_name", "artist_names");
        entry.artistUri = first(uris);
        // with one uri there is one name, whatever commas are in it
        entry.artistName = uris != null && uris.equals(entry.artistUri) ? names : first(names);
        if (Arrays.stream(ARTIST).noneMatch(csv.header()::contains)) {
            entry.artistUri = entry.artistName;
        }
        entry.title = csv.field("track_name");
        entry.uri = csv.field(TRACK);
        return entry;
    }

    private static @Nullable String first(@Nullable String several) {
        return several == null
                ? null
                : SEPARATOR
                        .splitAsStream(several)
                        .map(each -> each.replace("\\,", ",").strip())
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
