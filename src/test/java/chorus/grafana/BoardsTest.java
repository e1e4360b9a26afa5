package chorus.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards as files are those of the tables here, and each panel says what it shows. */
class BoardsTest {
    static List<Board> boards() {
        return Boards.all();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void theFileIsWhatTheTableSays(Board board) throws IOException {
        GoldenFile.of(Boards.file(board)).holds(BoardJson.text(BoardJson.of(board)));
    }

    @Test
    void thereIsNoOtherFile() throws IOException {
        try (var files = Files.list(Path.of("grafana/dashboards"))) {
            assertThat(files.map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(
                            boards().stream().map(Boards::file).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void eachPanelSaysWhatItShowsAndNamesItsLines(Board board) {
        assertThat(panels(board)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.says()).endsWith(".").hasSizeGreaterThan(10);
            assertThat(panel.queries())
                    .allSatisfy(query -> assertThat(query.legend()).isNotBlank());
            assertThat(panel.queries().isEmpty()).isEqualTo(panel.kind() == Panel.Kind.WORDS);
        });
        var titles = panels(board).map(Panel::title).toList();
        assertThat(new HashSet<>(titles)).as("titles").hasSameSizeAs(titles);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void noPanelIsWiderThanTheScreen(Board board) {
        assertThat(panels(board)).allSatisfy(panel -> assertThat(panel.width()).isBetween(1, 24));
    }

    /** A newcomer's screen: 1080 rows of pixels hold some 30 of Grafana's rows. */
    @Test
    void theOverviewFitsOneScreen() {
        var tree = BoardJson.of(Boards.all().getFirst());
        assertThat((List<?>) tree.get("panels"))
                .allSatisfy(panel -> assertThat(panel.toString()).doesNotContainPattern("y=(2[4-9]|[3-9]\\d)"));
    }

    private static Stream<Panel> panels(Board board) {
        return board.rows().stream().flatMap(row -> row.panels().stream());
    }
}
