package chorus.simulate.replay.formats;

import chorus.simulate.replay.input.Findings;
import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Source;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.util.Optional;

/** Which format a JSON file is of, by the first keys that tell; it is read no further. */
final class JsonKind {
    private JsonKind() {}

    static Optional<Format> of(Source source) throws IOException {
        try (var json = new JsonInput(source, new Findings(false))) {
            return json.nextElement() && json.opensObject() ? ofDocument(json) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // its name may still say what it should be
        }
    }

    private static Optional<Format> ofDocument(JsonInput json) throws IOException {
        while (json.nextKey()) {
            if (json.key().equals("playlist") && json.opensObject()) {
                return Optional.of(Format.JSPF);
            }
            if (json.key().equals("playlists") && json.opensArray()) {
                return ofPlaylists(json);
            }
            json.skip();
        }
        return Optional.empty();
    }

    private static Optional<Format> ofPlaylists(JsonInput json) throws IOException {
        while (json.nextElement()) {
            if (!json.opensObject()) {
                json.skip();
                continue;
            }
            while (json.nextKey()) {
                switch (json.key()) {
                    case "items" -> {
                        return Optional.of(Format.ACCOUNT);
                    }
                    case "tracks", "pid" -> {
                        return Optional.of(Format.SLICE);
                    }
                    default -> json.skip();
                }
            }
        }
        return Optional.empty();
    }
}
