package chorus.simulate.replay.formats;

import static java.time.ZoneOffset.UTC;

import chorus.simulate.replay.input.JsonInput;
import chorus.simulate.replay.input.Remark;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Dates and times as ISO 8601 writes them; without a zone they are UTC. */
final class Times {
    private Times() {}

    /** Seconds since 1970, at most {@link PlaylistReader#LATEST}; {@link JsonInput#NONE} where the value is none. */
    static long seconds(JsonInput json) throws IOException {
        if (json.isNothing()) {
            return JsonInput.NONE;
        }
        var text = String.valueOf(json.name());
        try {
            var seconds = seconds(text);
            if (seconds >= 0 && seconds <= PlaylistReader.LATEST) {
                return seconds;
            }
        } catch (DateTimeException e) {
            // told below, as a time out of range is
        }
        json.note(Remark.NO_TIME, json.found());
        return JsonInput.NONE;
    }

    private static long seconds(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay().toEpochSecond(UTC);
        }
        var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime zoned
                ? zoned.toEpochSecond()
                : LocalDateTime.from(time).toEpochSecond(UTC);
    }
}
