package chorus.simulate.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JSON parser that refuses with file, line:column, key and what is allowed. */
final class SliceParser implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final JsonParser parser;

    SliceParser(Path file) throws IOException {
        this.file = file;
        parser = JSON.createParser(file.toFile());
    }

    @Nullable
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** Goes to the next key's value; false at the end of the object. */
    boolean nextKey() throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    String key() throws IOException {
        return String.valueOf(parser.currentName());
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    void expect(JsonToken token, String allowed) {
        if (parser.currentToken() != token) {
            throw refused(allowed);
        }
    }

    /** An integer in 0…{@code most}. */
    long integer(long most) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "must be an integer of 0 or more");
        var value = parser.getLongValue();
        if (value < 0 || value > most) {
            throw refused(value + " must lie in 0…" + most);
        }
        return value;
    }

    void place(int place) throws IOException {
        var pos = integer(Integer.MAX_VALUE);
        if (pos != place) {
            throw refused(pos + " must be the track's 0-based place in its list, " + place);
        }
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "must be a string");
        return parser.getText();
    }

    String name() throws IOException {
        var text = text();
        if (text.isBlank()) {
            throw refused("must not be empty");
        }
        return text;
    }

    /** Nothing may follow. */
    void end() throws IOException {
        if (parser.nextToken() != null) {
            throw refused("nothing may follow the slice");
        }
    }

    <T> T given(@Nullable T value, String key, String rule) {
        if (value == null) {
            throw missing(key, rule);
        }
        return value;
    }

    void require(boolean given, String key, String rule) {
        if (!given) {
            throw missing(key, rule);
        }
    }

    private MalformedSlice missing(String key, String rule) {
        return new MalformedSlice(place() + path() + ": key " + key + " is missing: " + rule);
    }

    MalformedSlice refused(String allowed) {
        return new MalformedSlice(place() + path() + ": " + allowed);
    }

    MalformedSlice malformed(JacksonException cause) {
        var at = cause.getLocation();
        var line = at == null ? place() : "%s, %d:%d, ".formatted(file, at.getLineNr(), at.getColumnNr());
        var firstLine = cause.getOriginalMessage().lines().findFirst().orElse("");
        // Jackson adds where the enclosing bracket was opened, with a note on its own options
        var what = firstLine.replaceFirst(" \\((for|start marker) .*", "");
        return new MalformedSlice(line + path() + ": must be JSON: " + what, cause);
    }

    private String place() {
        var at = parser.currentTokenLocation();
        return "%s, %d:%d, ".formatted(file, at.getLineNr(), at.getColumnNr());
    }

    private String path() {
        var path = parser.getParsingContext().pathAsPointer().toString();
        return path.isEmpty() ? "the slice" : path;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
