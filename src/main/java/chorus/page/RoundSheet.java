package chorus.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A round as the page shows it.
 *
 * @param seconds from the exact cut until it was published; none where that was not seen
 * @param worlds by name, each with its figures by name; what is undefined has no entry
 */
public record RoundSheet(
        int round,
        @JsonInclude(Include.NON_NULL) @Nullable Double seconds,
        SortedMap<String, SortedMap<String, Double>> worlds) {
    public String json() {
        return Json.of(this);
    }
}
