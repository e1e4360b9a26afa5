package chorus.simulate.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Reads one slice as a stream, playlist by playlist. Unknown keys are passed over. */
final class SliceReader implements AutoCloseable {
    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final SliceParser parser;
    private final Repertoire repertoire;
    private long repeats;

    SliceReader(Path file, Repertoire repertoire) throws IOException {
        parser = new SliceParser(file);
        this.repertoire = repertoire;
    }

    /** @param unseen whether a pid comes up for the first time */
    void read(LongPredicate unseen, Consumer<ReplayedPlaylist> consumer) throws IOException {
        try {
            parser.next();
            parser.expect(JsonToken.START_OBJECT, "a slice must be a JSON object");
            var found = false;
            while (parser.nextKey()) {
                if (parser.key().equals("playlists")) {
                    found = true;
                    playlists(unseen, consumer);
                } else {
                    parser.skip();
                }
            }
            parser.require(found, "playlists", "a slice must have it");
            parser.end();
        } catch (JacksonException e) {
            throw parser.malformed(e);
        }
    }

    private void playlists(LongPredicate unseen, Consumer<ReplayedPlaylist> consumer) throws IOException {
        parser.expect(JsonToken.START_ARRAY, "must be an array of playlists");
        while (parser.next() != JsonToken.END_ARRAY) {
            consumer.accept(playlist(unseen));
        }
    }

    private ReplayedPlaylist playlist(LongPredicate unseen) throws IOException {
        parser.expect(JsonToken.START_OBJECT, "must be a playlist, a JSON object");
        var pid = -1L;
        var modifiedAt = 0L;
        IntLinkedOpenHashSet tracks = null;
        while (parser.nextKey()) {
            switch (parser.key()) {
                case "pid" -> {
                    pid = parser.integer(Long.MAX_VALUE);
                    if (!unseen.test(pid)) {
                        throw parser.refused("pid " + pid + " is given twice; each playlist must have its own");
                    }
                }
                case "modified_at" -> modifiedAt = parser.integer(LATEST);
                case "tracks" -> tracks = tracks();
                default -> parser.skip();
            }
        }
        parser.require(pid >= 0, "pid", "a playlist must have it");
        return new ReplayedPlaylist(
                pid,
                modifiedAt,
                parser.given(tracks, "tracks", "a playlist must have it").toIntArray());
    }

    private IntLinkedOpenHashSet tracks() throws IOException {
        parser.expect(JsonToken.START_ARRAY, "must be an array of tracks");
        var tracks = new IntLinkedOpenHashSet();
        for (var place = 0; parser.next() != JsonToken.END_ARRAY; place++) {
            if (!tracks.add(track(place))) {
                repeats++;
            }
        }
        return tracks;
    }

    private int track(int place) throws IOException {
        parser.expect(JsonToken.START_OBJECT, "must be a track, a JSON object");
        String uri = null;
        String title = null;
        String artistUri = null;
        String artistName = null;
        while (parser.nextKey()) {
            switch (parser.key()) {
                case "track_uri" -> uri = parser.name();
                case "track_name" -> title = parser.text();
                case "artist_uri" -> artistUri = parser.name();
                case "artist_name" -> artistName = parser.text();
                case "pos" -> parser.place(place);
                default -> parser.skip();
            }
        }
        return repertoire.id(
                parser.given(uri, "track_uri", "a track must have it"),
                parser.given(title, "track_name", "a track must have it"),
                parser.given(artistUri, "artist_uri", "a track must have it"),
                parser.given(artistName, "artist_name", "a track must have it"));
    }

    /** How many entries were left out so far because their playlist held the track already. */
    long repeats() {
        return repeats;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
