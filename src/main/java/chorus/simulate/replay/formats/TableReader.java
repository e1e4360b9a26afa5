package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.CsvInput;
import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Source;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * CSV with a row an entry: {@code playlist,position,track} and, where there are, {@code artist}, {@code artist_name} and
 * {@code title}. A playlist is a pid or any name. Its rows may lie anywhere in the file; without positions their order counts.
 */
final class TableReader implements PlaylistReader {
    private static final Pattern PID = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final Pattern WITH_POINT = Pattern.compile("^(\\d+)\\.0*\\z");

    private final CsvInput csv;
    private final Intake intake;
    private final Map<String, Started> started = new LinkedHashMap<>();

    TableReader(Source source, Intake intake) throws IOException {
        csv = CsvInput.open(source, intake.findings());
        this.intake = intake;
    }

    private record Started(long pid, Draft draft) {}

    @Override
    public void read() throws IOException {
        while (csv.nextRow()) {
            var playlist = csv.field("playlist", "pid");
            if (playlist == null) {
                csv.fault("must be given", "nothing");
            } else {
                var draft = draft(playlist);
                intake.add(entry(), draft, csv);
            }
        }
        started.values().forEach(each -> intake.add(each.pid, JsonInput.NONE, each.draft, csv));
    }

    private Draft draft(String playlist) {
        var name = WITH_POINT.matcher(playlist).replaceFirst("$1");
        var known = started.get(name);
        if (known == null) {
            known = new Started(pid(name), new Draft());
            started.put(name, known);
        }
        return known.draft;
    }

    /** The pid that a playlist's name is; none where it is no number. */
    private long pid(String name) {
        if (intake.renumbers() || !PID.matcher(name).matches()) {
            return JsonInput.NONE;
        }
        var pid = Long.parseLong(name);
        intake.claim(pid, csv);
        return pid;
    }

    private Entry entry() {
        var entry = new Entry();
        entry.position = csv.integer("position", "pos");
        var title = csv.field("title", "track_name");
        entry.title = title == null ? "" : title;
        entry.artistUri = csv.field("artist", "artist_uri");
        var name = csv.field("artist_name");
        entry.artistName = name == null ? entry.artistUri : name;
        entry.uri = csv.field("track", "track_uri");
        return entry;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
