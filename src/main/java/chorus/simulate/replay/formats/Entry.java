package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.Input;
import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Remark;
import org.jspecify.annotations.Nullable;

/** What a file says of one entry of a playlist; null is what it does not say. */
final class Entry {
    @Nullable
    String uri;

    @Nullable
    String title;

    @Nullable
    String artistUri;

    @Nullable
    String artistName;

    /** Its place in the playlist, 0 and up; a negative one stands for none. */
    long position = JsonInput.NONE;

    /**
     * The track, which must have a uri. The artist's name stands for an artist's uri that is missing or empty, the track's uri
     * where there is no artist at all, an empty text for a missing title or name. Each is a remark.
     */
    NamedTrack track(Input at) {
        var name = orEmpty(artistName);
        var artist = orEmpty(artistUri);
        if (title == null || artistName == null && !artist.isBlank()) {
            at.note(Remark.NO_NAME, "");
        }
        if (artist.isBlank()) {
            at.note(name.isBlank() ? Remark.NO_ARTIST : Remark.ARTIST_BY_NAME, "");
            artist = name.isBlank() ? orEmpty(uri) : name;
        }
        return new NamedTrack(orEmpty(uri), orEmpty(title), artist, name);
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
