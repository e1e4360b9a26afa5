package chorus.report.altruism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoundPageTest {
    private static final String BEGIN = "<!-- columns: written from the code; RoundPageTest holds them -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void thePageShowsTheColumnsAsTheyAre() throws IOException {
        var page = Path.of("docs/altruism.md");
        var text = Files.readString(page);
        var from = text.indexOf(BEGIN) + BEGIN.length();
        var to = text.indexOf(END, from);
        assertThat(from).isGreaterThanOrEqualTo(BEGIN.length());
        assertThat(to).isPositive();
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.writeString(page, text.substring(0, from) + columns() + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("stale: refresh with mvn test -Dtest=RoundPageTest -Dchorus.refresh=true")
                .isEqualTo(columns());
    }

    private static String columns() {
        return RoundTable.ROUNDS.columns().stream()
                .map(column -> "| `" + column.name() + "` | " + column.meaning() + " |\n")
                .collect(Collectors.joining("", "| column | meaning |\n|---|---|\n", ""));
    }
}
