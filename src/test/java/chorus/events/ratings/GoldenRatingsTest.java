package chorus.events.ratings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.events.Events;
import chorus.events.Topic;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedUser;
import chorus.ratings.Rating;
import chorus.ratings.Rating.Kind;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.ratings.results.AgainstTwin;
import chorus.ratings.results.Campaign;
import chorus.ratings.results.MemoryOf;
import chorus.ratings.results.PicksOf;
import chorus.ratings.results.PlatformView;
import chorus.ratings.results.RoundRow;
import chorus.ratings.results.Welfare;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of the second simulation's topics as the version that brought them wrote them, and what they are read as. */
class GoldenRatingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/events/ratings-v1");
    private static final String SCOPE = "golden-ratings";

    record Golden<T>(Topic<T> topic, List<T> values) {
        @Override
        public String toString() {
            return topic.name();
        }

        Path file(String kind) {
            return FOLDER.resolve(topic.name() + "." + kind);
        }

        List<String> hexToday(Events events) {
            return values.stream()
                    .map(value -> HexFormat.of().formatHex(events.of(topic).encode(value)))
                    .toList();
        }

        List<T> read(Events events) throws IOException {
            return Files.readAllLines(file("hex")).stream()
                    .map(HexFormat.of()::parseHex)
                    .map(events.of(topic)::decode)
                    .toList();
        }
    }

    static Stream<Golden<?>> topics() {
        var twin = new Welfare(12.5, 0, 0, 0, .5);
        var view = new PlatformView(80, .25, 2, 22, List.of(30.5, 23.0, 1.5), 11.25, 3.5);
        return Stream.of(
                new Golden<>(
                        RatingTopics.RATINGS,
                        List.of(
                                new Said(new Rating(3, 7, 11, .25, Kind.EXPLORED), 1, null),
                                new Said(new Rating(4, 7, 12, -.5, Kind.CONSUMED), 2, "counterfactual"),
                                new Said(new Rating(4, 7, 13, .75, Kind.ALTRUISTIC), 3, "factual"),
                                new Said(new Rating(5, 7, 13, 0, Kind.WITHDRAWN), 4, "factual"),
                                new RoundEnded(5, 1, 2))),
                new Golden<>(
                        RatingTopics.RATED,
                        List.of(
                                new RatedUser(
                                        7,
                                        List.of(
                                                new RatedUser.Part(1, new int[] {12}, new double[] {-.5}),
                                                new RatedUser.Part(3, new int[] {11, 14}, new double[] {.25, .125}))),
                                new RatedMark(
                                        5,
                                        1,
                                        6,
                                        List.of(
                                                new RatedMark.OfWorld("counterfactual", (1L << 53) - 1, 3),
                                                new RatedMark.OfWorld("factual", 17, 2)),
                                        400,
                                        3))),
                new Golden<>(RatingTopics.PICKS, List.of(new PicksOf(5, "factual", 16_384, new int[] {3, 0, 399}))),
                new Golden<>(
                        RatingTopics.MEMORY,
                        List.of(new MemoryOf(5, "factual", 20_000, 16_384, new double[] {.5, -1.25}))),
                new Golden<>(
                        RatingTopics.ROUNDS,
                        List.of(List.of(
                                new RoundRow(
                                        5,
                                        "factual",
                                        view,
                                        new Campaign(
                                                640,
                                                2560,
                                                12.5,
                                                OptionalDouble.of(.5),
                                                OptionalDouble.of(.2),
                                                OptionalDouble.of(.0778),
                                                OptionalDouble.of(.596)),
                                        new Welfare(12, 4.5, .75, .5, .625),
                                        8,
                                        twin,
                                        new AgainstTwin(new AgainstTwin.Harmed(1, 2, 0), 4, .5, false, true)),
                                new RoundRow(
                                        5,
                                        "counterfactual",
                                        view,
                                        Campaign.NONE,
                                        twin,
                                        8,
                                        twin,
                                        new AgainstTwin(new AgainstTwin.Harmed(0, 0, 0), 0, 0, false, false))))));
    }

    private static Events connected() {
        return Events.connect("mock://" + SCOPE, "", RatingTopics.SIMULATION);
    }

    @BeforeAll
    static void refresh() throws Exception {
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.createDirectories(FOLDER);
            try (var events = connected()) {
                for (var golden : topics().toList()) {
                    Files.write(golden.file("hex"), golden.hexToday(events), UTF_8);
                    Files.writeString(golden.file("avsc"), schemaToday(golden) + "\n", UTF_8);
                }
            }
        }
    }

    private static String schemaToday(Golden<?> golden) throws Exception {
        return MockSchemaRegistry.getClientForScope(SCOPE)
                .getLatestSchemaMetadata(golden.topic().name() + "-value")
                .getSchema();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatIsWrittenTodayIsWhatWasWrittenThen(Golden<?> golden) throws Exception {
        try (var events = connected()) {
            assertThat(schemaToday(golden) + "\n").isEqualTo(Files.readString(golden.file("avsc")));
            assertThat(golden.hexToday(events)).isEqualTo(Files.readAllLines(golden.file("hex")));
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatWasWrittenThenIsReadAsItWas(Golden<?> golden) throws Exception {
        try (var events = connected()) {
            assertThat(golden.read(events))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(golden.values());
        }
    }
}
