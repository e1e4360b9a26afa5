package chorus.simulate.replay.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) with a header row, read row by row. Commas, semicolons or tabs part its columns: whichever gives the header
 * most of them. A column is found by its name, in which case, spaces and {@code (s)} do not count: {@code Artist URI(s)} is
 * {@code artist_uri}. A row that is too short has empty fields at its end; empty rows are passed over.
 */
public final class CsvInput extends Input implements AutoCloseable {
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})((?:\\.0*)?)");
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private final CsvParser parser;
    private final List<String> header;
    private List<String> row = List.of();
    private String position = "1:1";
    private String column = "";

    private CsvInput(Source source, Findings findings, char separator) throws IOException {
        super(source, findings);
        parser = CSV.createParser(source.open());
        parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
        header = nextRow() ? row.stream().map(CsvInput::plain).toList() : List.of();
    }

    /** Opens a file and reads its header. */
    public static CsvInput open(Source source, Findings findings) throws IOException {
        var best = SEPARATORS[0];
        var most = 0;
        for (var separator : SEPARATORS) {
            try (var input = new CsvInput(source, new Findings(false), separator)) {
                if (input.header.size() > most) {
                    best = separator;
                    most = input.header.size();
                }
            }
        }
        return new CsvInput(source, findings, best);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("(s)", "").replace(' ', '_');
    }

    /** The names of the columns, without what writers differ in. */
    public List<String> header() {
        return header;
    }

    /** Goes to the next row; false at the end of the file, and where it is no CSV any more, which is a fault. */
    public boolean nextRow() throws IOException {
        try {
            column = "";
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            var fields = new ArrayList<String>(row.size());
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (fields.isEmpty()) { // a row's own start is told as the place of the field before it
                    position = position(parser.currentTokenLocation());
                }
                fields.add(parser.getText());
            }
            row = fields;
            return true;
        } catch (JacksonException e) {
            var firstLine = e.getOriginalMessage().lines().findFirst().orElse("");
            var at = e.getLocation();
            fault(at == null ? position : position(at), "must be CSV: " + firstLine, "");
            return false;
        }
    }

    private static String position(JsonLocation at) {
        return at.getLineNr() + ":" + at.getColumnNr();
    }

    /** The row's field in the first column that there is of these names; null without such a column, or where it is empty. */
    public @Nullable String field(String... names) {
        for (var name : names) {
            var index = header.indexOf(name);
            if (index >= 0) {
                column = name;
                var field = index < row.size() ? row.get(index).strip() : "";
                return field.isEmpty() ? null : field;
            }
        }
        return null;
    }

    /**
     * The integer in such a column; {@link JsonInput#NONE} without one, or where it is empty or NaN, {@link JsonInput#WRONG} where a
     * fault was told.
     */
    public long integer(String... names) {
        var field = field(names);
        if (field == null || field.equalsIgnoreCase("nan")) {
            return JsonInput.NONE;
        }
        var number = WHOLE.matcher(field);
        if (!number.matches()) {
            fault("must be an integer of 0 or more, of at most 9 digits", quoted(field));
            return JsonInput.WRONG;
        }
        if (!number.group(2).isEmpty()) {
            note(Remark.WITH_POINT, quoted(field));
        }
        return Long.parseLong(number.group(1));
    }

    @Override
    String position() {
        return position;
    }

    @Override
    String path() {
        return column;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
