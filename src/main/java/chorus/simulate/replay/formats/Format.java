package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.CsvInput;
import chorus.simulate.replay.input.Findings;
import chorus.simulate.replay.input.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A format that playlists come in; docs/data.md tells what is read of each. */
public enum Format {
    SLICE("mpd\\.slice\\.\\d+-\\d+\\.json|challenge_set\\.json"),
    ACCOUNT("playlist\\d*\\.json"),
    JSPF(".*\\.jspf"),
    TABLE(""),
    EXPORTIFY("");

    /** What is read, for whoever has nothing of it. */
    public static final String ALL = "mpd.slice.<first>-<last>.json and challenge_set.json (Million Playlist Dataset),"
            + " Playlist1.json (Spotify account), *.csv with the columns playlist,position,track or as of Exportify,"
            + " *.jspf; also as .gz, in .zip and in folders (docs/data.md)";

    private final Pattern name;

    /** @param name the names, in lower case, of files that are of the format unless they hold another */
    Format(String name) {
        this.name = Pattern.compile(name);
    }

    /** The format of a file by what it holds, else by its name; empty where it is none of these. */
    public static Optional<Format> of(Source source) throws IOException {
        var name = source.plainName();
        if (name.endsWith(".csv")) {
            return ofTable(source);
        }
        if (!name.endsWith(".json") && !name.endsWith(".jspf")) {
            return Optional.empty();
        }
        return JsonKind.of(source).or(() -> Arrays.stream(values())
                .filter(format -> format.name.matcher(name).matches())
                .findFirst());
    }

    private static Optional<Format> ofTable(Source source) throws IOException {
        try (var csv = CsvInput.open(source, new Findings(false))) {
            var header = csv.header();
            if (header.contains("playlist") || header.contains("pid")) {
                return header.contains("track") || header.contains("track_uri") ? Optional.of(TABLE) : Optional.empty();
            }
            return Arrays.stream(ExportifyReader.TRACK).anyMatch(header::contains)
                    ? Optional.of(EXPORTIFY)
                    : Optional.empty();
        }
    }

    /** Reads a file of this format. */
    public void read(Source source, Intake intake) throws IOException {
        try (var reader = open(source, intake)) {
            reader.read();
        }
    }

    private PlaylistReader open(Source source, Intake intake) throws IOException {
        return switch (this) {
            case SLICE -> new SliceReader(source, intake);
            case ACCOUNT -> new AccountReader(source, intake);
            case JSPF -> new JspfReader(source, intake);
            case TABLE -> new TableReader(source, intake);
            case EXPORTIFY -> new ExportifyReader(source, intake);
        };
    }
}
