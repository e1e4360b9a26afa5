package chorus.simulate.replay.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file read as a stream. What is not as it must be is a {@link Fault} and passed over, so that all faults of a file are
 * found; only what is no JSON at all ends it. Unless strict, NaN stands for null, and 1.0 for 1.
 */
public final class JsonInput extends Input implements AutoCloseable {
    /** What {@link #integer} returns where there is none, and where a fault was told. */
    public static final long NONE = -1;

    public static final long WRONG = -2;

    private static final long EXACT = 1L << 53;
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonParser parser;

    /** What reads a value. */
    @FunctionalInterface
    public interface Body {
        void read() throws IOException;
    }

    public JsonInput(Source source, Findings findings) throws IOException {
        super(source, findings);
        parser = (isStrict() ? STRICT : JSON).createParser(source.open());
    }

    /** Reads the whole file, which must be one JSON object: {@code body} reads the value of {@code key}, which must be there. */
    public void document(String key, Body body) throws IOException {
        try {
            parser.nextToken();
            if (isObject("must be a JSON object")) {
                value(key, body);
            }
            if (parser.nextToken() != null) {
                fault("nothing may follow the file's JSON object", found());
            }
        } catch (JacksonException e) {
            malformed(e);
        }
    }

    private void value(String key, Body body) throws IOException {
        var found = false;
        while (nextKey()) {
            if (key().equals(key)) {
                found = true;
                body.read();
            } else {
                skip();
            }
        }
        if (!found) {
            fault("key " + key + " must be given", "");
        }
    }

    /**
     * Reads an array of objects, each by {@code body}.
     *
     * @param what an object is, e.g. playlist
     * @param ofNull told where null or NaN stand for one
     */
    public void objects(String what, Remark ofNull, Body body) throws IOException {
        if (isArray("must be an array of " + what + "s")) {
            while (nextElement()) {
                if (isNothing()) {
                    note(ofNull, found());
                } else if (isObject("must be a " + what + ", a JSON object")) {
                    body.read();
                }
            }
        }
    }

    /** Goes to the next key's value; false at the end of the object. */
    public boolean nextKey() throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    public String key() throws IOException {
        return String.valueOf(parser.currentName());
    }

    /** Goes to the next element; false at the end of the array. */
    public boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    public void skip() throws IOException {
        parser.skipChildren();
    }

    public boolean isText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    public boolean opensObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean opensArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Whether the value is null or NaN, which stand for what is not given. */
    public boolean isNothing() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL || parser.isNaN();
    }

    /** Whether the value is an object; a fault where it is not. */
    public boolean isObject(String rule) throws IOException {
        return opensObject() || refused(rule);
    }

    /** Whether the value is an array; a fault where it is not. */
    public boolean isArray(String rule) throws IOException {
        return opensArray() || refused(rule);
    }

    private boolean refused(String rule) throws IOException {
        fault(rule, found());
        parser.skipChildren();
        return false;
    }

    /** An integer in 0…{@code most}; {@link #NONE} where null or NaN stand for it, {@link #WRONG} where a fault was told. */
    public long integer(long most) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == NumberType.BIG_INTEGER ? outside(most) : within(parser.getLongValue(), most);
            case VALUE_NUMBER_FLOAT -> withPoint(parser.getDoubleValue(), most);
            case VALUE_NULL -> isStrict() ? noInteger() : NONE;
            default -> noInteger();
        };
    }

    private long withPoint(double value, long most) throws IOException {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Math.rint(value) != value || Math.abs(value) > EXACT) {
            return noInteger();
        }
        note(Remark.WITH_POINT, found());
        return within((long) value, most);
    }

    private long within(long value, long most) throws IOException {
        return value >= 0 && value <= most ? value : outside(most);
    }

    private long outside(long most) throws IOException {
        refused("must lie in 0…" + most);
        return WRONG;
    }

    private long noInteger() throws IOException {
        refused("must be an integer of 0 or more");
        return WRONG;
    }

    /** A text; null where null or NaN stand for it. Unless strict, a number or a truth value is one. */
    public @Nullable String text() throws IOException {
        return !isStrict() && parser.currentToken().isScalarValue() && !isNothing() ? parser.getText() : name();
    }

    /** A text that names something; null where null or NaN stand for it. Where a fault was told, its value does not matter. */
    public @Nullable String name() throws IOException {
        if (!isText() && !isNothing()) {
            refused("must be a string");
            return "?";
        }
        return isText() ? parser.getText() : null;
    }

    /** What the value is, as shown in a fault. */
    public String found() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> quoted(parser.getText());
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                shortened(parser.getText());
            case null -> "nothing";
            default -> "";
        };
    }

    private static String shortened(String number) {
        return number.length() <= 30 ? number : number.substring(0, 30) + "…";
    }

    private void malformed(JacksonException cause) {
        var at = cause.getLocation();
        var firstLine = cause.getOriginalMessage().lines().findFirst().orElse("");
        // Jackson adds where the enclosing bracket was opened, and which of its own options would allow it
        var what = firstLine
                .replaceFirst(" \\((for|start marker) .*", "")
                .replaceFirst(": enable .*", "")
                .replace(" (or 'NaN'/'+INF'/'-INF')", "");
        fault(at == null ? position() : position(at), "must be JSON: " + what, "");
    }

    private static String position(JsonLocation at) {
        return at.getLineNr() + ":" + at.getColumnNr();
    }

    @Override
    String position() {
        return position(parser.currentTokenLocation());
    }

    @Override
    String path() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
