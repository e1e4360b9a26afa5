package chorus.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.events.registry.IncompatibleSchema;
import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wire bytes and schemas of every released version, under {@code src/test/resources/events/}: today's code reads all of them but
 * those of 0.1.0 (v1), which it refuses, and writes the newest. -Dchorus.refresh=true rewrites the newest.
 */
class GoldenBytesTest {
    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final List<String> VERSIONS = List.of("v2", "v3", "v4", "v5", "v6", "v7", "v8");
    private static final Path NEWEST = FOLDER.resolve(VERSIONS.getLast());

    static List<GoldenTopic<?>> topics() {
        return GoldenTopic.ALL;
    }

    static Stream<String> versions() {
        return VERSIONS.stream();
    }

    @BeforeAll
    static void refresh() throws IOException {
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.createDirectories(NEWEST);
            for (var topic : GoldenTopic.ALL) {
                Files.writeString(NEWEST.resolve(topic.record() + ".avsc"), schemaToday(topic), UTF_8);
                Files.writeString(NEWEST.resolve(topic.record() + ".hex"), bytesToday(topic), UTF_8);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theNewestGoldenFilesAreWhatIsWrittenToday(GoldenTopic<?> topic) throws IOException {
        var stale = "is this a new version of " + topic + "? then give it a folder, else -Dchorus.refresh=true";
        assertThat(schemaToday(topic)).as(stale).isEqualTo(Files.readString(NEWEST.resolve(topic.record() + ".avsc")));
        assertThat(bytesToday(topic)).as(stale).isEqualTo(Files.readString(NEWEST.resolve(topic.record() + ".hex")));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionIsReadByTodaysCode(String version) throws Exception {
        var scope = "golden-" + version;
        for (var topic : topicsOf(version)) {
            MockSchemaRegistry.getClientForScope(scope).register(topic.name() + "-value", schema(version, topic));
        }
        try (var events = Events.connect("mock://" + scope, "")) {
            for (var topic : topicsOf(version)) {
                isRead(version, topic, events);
            }
        }
    }

    private static List<GoldenTopic<?>> topicsOf(String version) {
        return GoldenTopic.ALL.stream().filter(topic -> topic.isIn(version)).toList();
    }

    private static <T> void isRead(String version, GoldenTopic<T> topic, Events events) throws IOException {
        var lines = Files.readAllLines(FOLDER.resolve(version).resolve(topic.record() + ".hex"), UTF_8);
        var codec = topic.codec().apply(events);
        assertThat(lines.stream().map(HexFormat.of()::parseHex).map(codec::decode))
                .as("%s of %s", topic, version)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(topic.valuesOf(version));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void todaysSchemaCanFollowEveryVersion(GoldenTopic<?> topic) throws IOException {
        var today = new AvroSchema(schemaToday(topic));
        for (var version : VERSIONS.stream().filter(topic::isIn).toList()) {
            assertThat(today.isBackwardCompatible(schema(version, topic)))
                    .as("%s after %s", topic, version)
                    .isEmpty();
        }
    }

    @Test
    void anInsertionIsWrittenAsAvroSays() {
        var edit = new PlaylistEdit(
                new PlaylistId(5),
                new ListenerId(1),
                2,
                64,
                3,
                WorldSet.only(2),
                "up",
                new Change.Inserted(new TrackId(7), 0, true));
        try (var events = Events.connect("mock://golden-by-hand", "")) {
            var bytes = events.edits().encode(edit);
            // zigzag varints: playlist 5 → 0a, listener 1 → 02, epoch 2 → 04, time 64 → 80 01, sequence 3 → 06, worlds
            // 4 → 08,
            // second kind of campaign → 02, two letters → 04 75 70, second change → 02, track 7 → 0e, index 0 → 00,
            // true → 01
            assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, 5, bytes.length)))
                    .isEqualTo("0a02048001060802047570" + "020e0001");
            assertThat(bytes[0]).isZero();
        }
    }

    @Test
    void whatVersionOneWroteIsRefusedBeforeAnythingIsRegistered() throws Exception {
        var registry = MockSchemaRegistry.getClientForScope("golden-v1");
        var edit = new AvroSchema(Files.readString(FOLDER.resolve("v1/PlaylistEdit.avsc"), UTF_8));
        registry.register("x-playlist-edits-value", edit);
        assertThatThrownBy(() -> Events.connect("mock://golden-v1", "x-"))
                .isInstanceOf(IncompatibleSchema.class)
                .hasMessageContaining("x-playlist-edits-value is in the format of Chorus 0.1.0")
                .hasMessageNotContaining("\n");
        assertThat(registry.getAllSubjects()).containsExactly("x-playlist-edits-value");
        Events.connect("mock://golden-v1", "y-").close();
    }

    private static AvroSchema schema(String version, GoldenTopic<?> topic) throws IOException {
        return new AvroSchema(Files.readString(FOLDER.resolve(version).resolve(topic.record() + ".avsc"), UTF_8));
    }

    private static String schemaToday(GoldenTopic<?> topic) throws IOException {
        return Files.readString(Path.of("schemas", topic.record() + ".avsc"), UTF_8);
    }

    /** One line a value; the schema's id is that of a registry that holds all schemas in the order of the topics. */
    private static <T> String bytesToday(GoldenTopic<T> topic) {
        try (var events = Events.connect("mock://golden-today-" + topic, "")) {
            var codec = topic.codec().apply(events);
            return topic.values().stream()
                    .map(value -> HexFormat.of().formatHex(codec.encode(value)) + "\n")
                    .collect(Collectors.joining());
        }
    }
}
