package chorus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.course.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input is told in one line, before anything is started or made. */
class BadInputTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                Arguments.of(
                        "simulate.playlist=3", "simulate.playlist: unknown setting; did you mean simulate.playlists?"),
                Arguments.of("simulate.playlists=many", "simulate.playlists = many: must be a whole number"),
                Arguments.of("simulate.playlists=-3", "simulate.playlists = -3: must lie in 1…10000000"),
                Arguments.of("kafka.partitions=0", "kafka.partitions = 0: must lie in 1…1000"),
                Arguments.of("kafka.patience=0s", "kafka.patience = 0ms: must lie in 1ms…24h"),
                Arguments.of("stream.sessionTimeout=1s", "stream.sessionTimeout = 1s: must lie in 6s…30m"),
                Arguments.of("stream.standbyReplicas=-1", "stream.standbyReplicas = -1: must lie in 0…100"),
                Arguments.of("serve.port=99999", "serve.port = 99999: must lie in 0…65535"),
                Arguments.of("foo", "foo: must read key.path=value"),
                Arguments.of(
                        "campaigns=[{name: a, strategy: Dirlof, alpha: 0.1, start: 1}]",
                        "campaigns[0].strategy = Dirlof: must be one of DirLoF, InClust, InClustGreedy,"
                                + " Hybrid, Random, RandomFirst, RandomLast, AtTheEnd, InsertAt, Altruistic, File"),
                Arguments.of(
                        "campaigns=[{name: a, strategy: DirLoF, alpha: 1.1, start: 1}]",
                        "campaigns[0].alpha = 1.1: must lie in 0…1"),
                Arguments.of(
                        "campaigns=[{name: a, strategy: DirLoF, alpha: -0.1, start: 1}]",
                        "campaigns[0].alpha = -0.1: must lie in 0…1"),
                Arguments.of(
                        "campaigns=[{name: a, strategy: DirLoF, start: 1}]",
                        "campaigns[0].budget, alpha, members: at least one of them must be given"));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void aWrongSettingIsNamedWithWhatIsAllowed(String set, String told) {
        assertThat(run("run", "--set", set, "--out", folder.resolve("run").toString()))
                .isEqualTo(2);
        assertThatItTells("--set: " + told);
    }

    @Test
    void aWrongSettingInAFileIsNamedWithItsLine() throws IOException {
        var file = Files.writeString(folder.resolve("my.yaml"), "simulate:\n  playlits: 7\n");
        assertThat(run("run", "--settings", file.toString())).isEqualTo(2);
        assertThatItTells(file + ":2: simulate.playlits: unknown setting; did you mean simulate.playlists?");
    }

    @Test
    void aBrokerWithoutARegistryIsRefused() {
        assertThat(run("run", "--bootstrap", "127.0.0.1:1")).isEqualTo(2);
        assertThatItTells("bootstrap, registry: give both");
    }

    @ParameterizedTest
    @CsvSource({
        "verfy, did you mean verify",
        "dmeo, did you mean demo",
        "tran, did you mean train",
        "DEMO, did you mean demo"
    })
    void anUnknownCommandIsToldWithTheNearest(String word, String told) {
        assertThat(run(word)).isEqualTo(2);
        assertThatItTells(told);
    }

    @Test
    void credentialsInAUrlAreNotShownWhereverTheyStand() {
        assertThat(run("run", "--registri", "http://ada:pssst@127.0.0.1:1")).isEqualTo(2);
        assertThatItTells("http://***@127.0.0.1:1");
        err.reset();
        var out = folder.resolve("run").toString();
        var url = "http://ada:pssst@127.0.0.1:1/path";
        var set = "serve.port=0";
        assertThat(run("run", "--bootstrap", "127.0.0.1:1", "--registry", url + " x", "--out", out, "--set", set))
                .isEqualTo(1);
        assertThatItTells("schema registry http://***@127.0.0.1:1/path x: must be a URL");
        assertThat(err.toString(UTF_8)).doesNotContain("pssst");
    }

    @Test
    void anUnknownOptionIsToldWithTheNearest() {
        assertThat(run("run", "--otu", "x")).isEqualTo(2);
        assertThatItTells("did you mean --out?");
    }

    @ParameterizedTest
    @CsvSource({
        "simulate --writer 1, '--writer 1: must lie in 0…0, as simulate.writers = 1'",
        "train --last -3, '--last -3: must be 0 or more'",
        "verify --patience 0, '--patience 0: must be 1 or more'",
        "load workloads/smoke.yaml --generator 3, '--generator must be one of 0…0'",
        "load, 'name a workload'",
        "export counts, '--out=FILE.csv'",
        "replay, 'Missing required parameter'",
        "experiment, 'Missing required parameter'",
        "describe moon, 'moon'",
    })
    void aNumberOrAWordThatCannotBeMeantIsRefused(String line, String told) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThatItTells(told);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionAboutNoRunMakesNone(String[] question) {
        var nowhere = folder.resolve("nowhere");
        var args = Stream.concat(Stream.of(question), Stream.of("--data", nowhere.toString()))
                .toArray(String[]::new);
        assertThat(run(args)).isEqualTo(2);
        assertThatItTells(nowhere + ": there is no run here");
        assertThat(nowhere).doesNotExist();
    }

    static Stream<Arguments> questions() {
        return Stream.of(Arguments.of((Object) new String[] {"verify"}), Arguments.of((Object)
                new String[] {"export", "counts", "--out", "counts.csv"}));
    }

    @Test
    void filesThatCannotBeReplayedAreRefusedBeforeAnythingStarts() throws IOException {
        var files = Files.createDirectory(folder.resolve("files"));
        var run = folder.resolve("run");
        assertThat(run("replay", files.toString(), "--out", run.toString())).isEqualTo(2);
        assertThatItTells(files + ": holds nothing that is read");
        err.reset();
        assertThat(run("replay", folder.resolve("none").toString(), "--out", run.toString()))
                .isEqualTo(2);
        assertThatItTells(folder.resolve("none") + ": must be a folder or file that is there");
        err.reset();
        Files.writeString(files.resolve("mpd.slice.0-9.json"), "{\"playlists\":[{\"pid\":0,\"tracks\":[null]}]}");
        assertThat(run("replay", files.toString(), "--out", run.toString())).isEqualTo(1);
        assertThatItTells(files + ": no playlist is left");
        err.reset();
        var late = Files.writeString(files.resolve("mpd.slice.10-19.json"), "{\"playlists\":[{\"pid\":-1}, 2]}");
        assertThat(run("replay", files.toString(), "--out", run.toString())).isEqualTo(1);
        assertThatItTells(late + ", 1:22, /playlists/0/pid: must lie in 0…9223372036854775807, found -1"
                + " (the first of 2 faults; replay --check lists them)");
        assertThat(run).doesNotExist();
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var set = "serve.port=" + taken.getLocalPort();
            assertThat(run("run", "--set", set, "--out", folder.resolve("run").toString()))
                    .isEqualTo(1);
            assertThatItTells("port " + taken.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamed() {
        var out = folder.resolve("run").toString();
        var registry = "http://127.0.0.1:1";
        assertThat(run(
                        "run",
                        "--bootstrap",
                        "127.0.0.1:1",
                        "--registry",
                        registry,
                        "--out",
                        out,
                        "--set",
                        "serve.port=0",
                        "--set",
                        "kafka.patience=1s"))
                .isEqualTo(1);
        assertThatItTells("no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void aPlaceThatIsAFileIsRefused() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThat(run("run", "--out", file.toString(), "--set", "serve.port=0"))
                .isEqualTo(2);
        assertThatItTells(file.toString());
        assertThat(err.toString(UTF_8)).doesNotContain("unforeseen");
    }

    @Test
    void aPlaceOfARunWithOtherSettingsIsLeftAlone() throws IOException {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("settings.yaml"), "randomSeed: 7\n");
        Rules.keep(data);
        assertThat(run("run", "--out", folder.toString())).isEqualTo(2);
        assertThatItTells(data + " holds a run with other settings: randomSeed = 7 there, 1 here (all of them: "
                + data.resolve("settings.yaml") + "); name another --out");
    }

    @Test
    void anExportThatHasNowhereToGoIsRefusedBeforeAnythingStarts() {
        var nowhere = folder.resolve("nowhere");
        assertThat(run(
                        "export",
                        "counts",
                        "--data",
                        folder.toString(),
                        "--out",
                        nowhere.resolve("counts.csv").toString()))
                .isEqualTo(2);
        assertThatItTells(nowhere + " is missing or may not be written");
    }

    @Test
    void anExperimentsFileMustBeThere() {
        var file = folder.resolve("none.yaml");
        assertThat(run("experiment", file.toString())).isEqualTo(2);
        assertThatItTells(file + ": there is no such file");
    }

    private void assertThatItTells(String told) {
        assertThat(err.toString(UTF_8)).startsWith("chorus: ").contains(told).hasLineCount(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private int run(String... args) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }
}
