package chorus.altruism.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.altruism.Game;
import chorus.config.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {
    private static final String FILE = """
            altruism: {users: 120, items: 40, minorityUsers: 15, minorityItems: 6, rounds: 5, begin: 1, tolerance: {absolute: 4}}
            sweep:
              altruism.targets: [1, 3, 6]
              altruism.eta: [0.3, 0.6, middle]
              altruism.itemWeight: [0, 0.5]
              randomSeed: [1, 2]
            """;

    @Test
    void eachVariantComesToWhatItComesToAlone(@TempDir Path directory) throws IOException {
        var sweep = Sweep.load(Files.writeString(directory.resolve("a.yaml"), FILE), List.of());
        var rounds = new AtomicLong();
        var played = Variants.play(sweep.variants(), rounds::set);
        assertThat(played).hasSize(36);
        for (var i = 0; i < played.size(); i++) {
            var settings = sweep.variants().get(i).settings();
            assertThat(played.get(i))
                    .as("variant %s", sweep.variants().get(i).values())
                    .isEqualTo(Game.play(settings.altruism(), settings.randomSeed()));
        }
        assertThat(rounds).hasValue(36 * 5);
    }

    /** Orders are those of their variant, whoever else is played beside it. */
    @Test
    void whatIsOrderedInOneIsOrderedInNoOther(@TempDir Path directory) throws IOException {
        var file = """
                altruism: {users: 60, items: 20, minorityUsers: 10, minorityItems: 5, targets: 5, rounds: 5, begin: never,
                  tolerance: {absolute: 2}}
                sweep:
                  altruism.orders:
                    - []
                    - [{round: 1, order: Start, eta: 0.9}]
                    - [{round: 2, order: Start, eta: 0.9}, {round: 4, order: End, world: factual}]
                """;
        var sweep = Sweep.load(Files.writeString(directory.resolve("a.yaml"), file), List.of());
        var played = Variants.play(sweep.variants(), _ -> {});
        assertThat(played).doesNotHaveDuplicates();
        for (var i = 0; i < played.size(); i++) {
            var settings = sweep.variants().get(i).settings();
            assertThat(played.get(i)).isEqualTo(Game.play(settings.altruism(), settings.randomSeed()));
        }
    }

    @Test
    void namedWorldsKeepTheirNamesAndTheirOrder(@TempDir Path directory) throws IOException {
        var file = """
                altruism: {users: 60, items: 20, minorityUsers: 10, minorityItems: 5, targets: 5, rounds: 2, begin: 0,
                  worlds: [{name: b, eta: 0.5}, {name: twin, altruists: false}, {name: a, targets: 1}]}
                sweep: {altruism.cost: [0, 0.3]}
                """;
        var sweep = Sweep.load(Files.writeString(directory.resolve("a.yaml"), file), List.of());
        assertThat(Variants.play(sweep.variants(), _ -> {}))
                .allSatisfy(rows -> assertThat(rows.stream().map(row -> row.world()))
                        .containsExactly("b", "twin", "a", "b", "twin", "a"));
    }
}
