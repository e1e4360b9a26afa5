package chorus.page;

import chorus.rows.results.GenerationRow;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Values as one line of JSON. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().addMixIn(GenerationRow.class, GenerationWithoutOrders.class);

    private Json() {}

    /** What became of orders is told apart from generations. */
    @JsonIgnoreProperties("orders")
    private abstract static class GenerationWithoutOrders {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
