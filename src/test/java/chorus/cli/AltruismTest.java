package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AltruismTest {
    private static final String SMALL = """
            name: small
            altruism: {users: 60, items: 20, minorityUsers: 10, minorityItems: 5, targets: 5, rounds: 3, begin: 1, tolerance: {absolute: 2}}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aRunLeavesItsFilesAndItsSettingsComeToTheSameAgain() throws Exception {
        var file = Files.writeString(folder.resolve("small.yaml"), SMALL);
        var kept = folder.resolve("kept");
        assertThat(run("altruism", "experiment", file.toString(), "--out", kept.toString()))
                .isZero();
        assertThat(Files.readAllLines(kept.resolve("rounds.csv"))).hasSize(7);
        var again = folder.resolve("again");
        assertThat(run("altruism", "experiment", kept.resolve("settings.yaml").toString(), "--out", again.toString()))
                .isZero();
        assertThat(again.resolve("rounds.csv")).hasSameBinaryContentAs(kept.resolve("rounds.csv"));
    }

    @Test
    void aSweepGivesARunACombinationAndJsonWhereItIsAskedFor() throws Exception {
        var file = Files.writeString(folder.resolve("small.yaml"), SMALL + "sweep: {altruism.eta: [0.2, 0.8]}\n");
        var kept = folder.resolve("kept");
        assertThat(run("altruism", "experiment", file.toString(), "--out", kept.toString(), "--json"))
                .isZero();
        var answer = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(answer.get("schema").asText()).isEqualTo("chorus-altruism/1");
        assertThat(answer.get("results")).hasSize(4);
        assertThat(answer.get("results").get(2).get("values").get(0).asText()).isEqualTo("0.8");
        assertThat(Files.readAllLines(kept.resolve("sweep.csv"))).hasSize(1 + 2 * 6);
        assertThat(kept.resolve("2/rounds.csv")).isRegularFile();
    }

    @Test
    void aFileOfOrdersIsAsThoseOfTheSettings() throws Exception {
        var file = Files.writeString(folder.resolve("small.yaml"), SMALL);
        var orders = Files.writeString(folder.resolve("orders.yaml"), "orders: [{round: 2, order: Start, eta: 0.9}]\n");
        var kept = folder.resolve("kept");
        var waiting = "altruism.begin=never";
        assertThat(run(
                        "altruism",
                        "experiment",
                        file.toString(),
                        "--set",
                        waiting,
                        "--orders",
                        orders.toString(),
                        "--out",
                        kept.toString()))
                .isZero();
        var again = folder.resolve("again");
        assertThat(run("altruism", "experiment", kept.resolve("settings.yaml").toString(), "--out", again.toString()))
                .isZero();
        assertThat(again.resolve("rounds.csv")).hasSameBinaryContentAs(kept.resolve("rounds.csv"));
        var unordered = folder.resolve("unordered");
        assertThat(run("altruism", "experiment", file.toString(), "--set", waiting, "--out", unordered.toString()))
                .isZero();
        assertThat(Files.readString(unordered.resolve("rounds.csv")))
                .isNotEqualTo(Files.readString(kept.resolve("rounds.csv")));
        assertThat(run("altruism", "experiment", file.toString(), "--orders", orders.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8).strip().lines().reduce((_, last) -> last))
                .hasValue("chorus: " + orders + ":1: altruism.orders[0].world: the altruists of none wait for an order"
                        + " (begin: never)");
    }

    @Test
    void aWrongSettingIsOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("small.yaml"), SMALL);
        assertThat(run("altruism", "experiment", file.toString(), "--set", "altruism.share=2"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8).strip()).isEqualTo("chorus: --set: altruism.share = 2.0: must lie in 0…1");
    }

    private int run(String... args) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }
}
