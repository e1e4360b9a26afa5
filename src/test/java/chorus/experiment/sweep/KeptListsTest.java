package chorus.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptListsTest {
    @TempDir
    private Path folder;

    private KeptLists saying(String text) {
        return KeptLists.in(folder.resolve("lists"), (place, rows) -> {
            try {
                Files.createDirectories(place);
                Files.writeString(place.resolve("said"), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Path said(String directory) {
        return folder.resolve("lists").resolve(directory).resolve("said");
    }

    @Test
    void thoseOfAGenerationAreReplacedAndThoseOfAVariantStay() {
        saying("first").keepGeneration(3, List.of());
        saying("second").keepGeneration(3, List.of());
        assertThat(said("3")).hasContent("second");
        saying("third").keep(2, List.of());
        assertThat(said("3")).hasContent("second");
        assertThat(said("3.new").getParent()).doesNotExist();
    }

    @Test
    void aRunBeginsWithThoseOfItsOwnGenerationsAndKnowsWhichAreMissing() throws IOException {
        var lists = saying("this");
        assertThat(lists.begin(List.of(0L, 1L))).isEqualTo(2);
        for (var generation : List.of(1L, 2L, 11L)) {
            lists.keepGeneration(generation, List.of());
        }
        var mine = Files.writeString(folder.resolve("lists/notes.txt"), "mine");
        assertThat(lists.begin(List.of(0L, 1L, 2L))).isEqualTo(1);
        assertThat(mine).exists();
        assertThat(said("2")).exists();
        assertThat(said("11").getParent()).doesNotExist();
        assertThat(lists.begin(List.of())).isZero();
        assertThat(said("2").getParent()).doesNotExist();
    }

    @Test
    void whereNobodyWantsThemNothingIsMissing() {
        assertThat(KeptLists.nowhere().begin(List.of(0L, 1L))).isZero();
    }
}
