package chorus.events.ratings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.events.Events;
import chorus.events.Topic;
import chorus.orders.OrderDecision;
import chorus.ratings.AltruistOrder;
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
import chorus.ratings.results.RoundResult;
import chorus.ratings.results.RoundRow;
import chorus.ratings.results.Welfare;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of the second simulation's topics as every version wrote them, and what they are read as. -Dchorus.refresh=true rewrites the
 * newest.
 */
class GoldenRatingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final List<String> VERSIONS = List.of("ratings-v1", "ratings-v2");
    private static final String NEWEST = VERSIONS.getLast();
    private static final String SCOPE = "golden-ratings";

    record Golden<T>(Topic<T> topic, List<T> values) {
        @Override
        public String toString() {
            return topic.name();
        }

        Path file(String version, String kind) {
            return FOLDER.resolve(version).resolve(topic.name() + "." + kind);
        }

        /** Of what a version wrote; those that came later stand after those. */
        List<T> valuesOf(String version) throws IOException {
            return values.subList(0, Files.readAllLines(file(version, "hex")).size());
        }

        List<String> hexToday(Events events) {
            return values.stream()
                    .map(value -> HexFormat.of().formatHex(events.of(topic).encode(value)))
                    .toList();
        }

        List<T> read(String version, Events events) throws IOException {
            return Files.readAllLines(file(version, "hex")).stream()
                    .map(HexFormat.of()::parseHex)
                    .map(events.of(topic)::decode)
                    .toList();
        }
    }

    /** A topic, and a version that knows it. */
    static Stream<Arguments> versions() {
        return VERSIONS.stream().flatMap(version -> topics().filter(golden -> Files.exists(golden.file(version, "hex")))
                .map(golden -> Arguments.of(version, golden)));
    }

    static Stream<Golden<?>> topics() {
        var twin = new Welfare(12.5, 0, 0, 0, .5);
        var view = new PlatformView(80, .25, 2, 22, List.of(30.5, 23.0, 1.5), 11.25, 3.5);
        var rows = List.of(
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
                        new AgainstTwin(new AgainstTwin.Harmed(0, 0, 0), 0, 0, false, false)));
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
                        List.of(
                                new RoundResult(rows, List.of()),
                                new RoundResult(
                                        rows,
                                        List.of(
                                                OrderDecision.accepted(3, 6, "round: 6\norder: End\nworld: late\n"),
                                                OrderDecision.refused(4, "world = nowhere: there is no such world"))))),
                new Golden<>(
                        RatingTopics.ORDERS,
                        List.of(
                                new AltruistOrder.Start(
                                        Optional.of("late"),
                                        Map.of("eta", "middle", "choose", "{sample: 0.1}", "targets", "4")),
                                new AltruistOrder.Start(Optional.empty(), Map.of()),
                                new AltruistOrder.End("late"))));
    }

    private static Events connected() {
        return Events.connect("mock://" + SCOPE, "", RatingTopics.SIMULATION);
    }

    @BeforeAll
    static void refresh() throws Exception {
        if (Boolean.getBoolean("chorus.refresh")) {
            Files.createDirectories(FOLDER.resolve(NEWEST));
            try (var events = connected()) {
                for (var golden : topics().toList()) {
                    Files.write(golden.file(NEWEST, "hex"), golden.hexToday(events), UTF_8);
                    Files.writeString(golden.file(NEWEST, "avsc"), schemaToday(golden) + "\n", UTF_8);
                }
            }
        }
    }

    private static String schemaToday(Golden<?> golden) throws Exception {
        return MockSchemaRegistry.getClientForScope(SCOPE)
                .getLatestSchemaMetadata(golden.topic().name() + "-value")
                .getSchema();
    }

    /** A registry as the version left it, with the same ids; today's schemas come after that. */
    private static Events connectedAfter(String version) throws Exception {
        var scope = SCOPE + "-" + version;
        var registry = MockSchemaRegistry.getClientForScope(scope);
        for (var topic : RatingTopics.SIMULATION.topics()) {
            var then = FOLDER.resolve(version).resolve(topic.name() + ".avsc");
            var schema = topic.equals(RatingTopics.REFUSED) ? Path.of("schemas/Refused.avsc") : then;
            if (Files.exists(schema)) {
                registry.register(topic.name() + "-value", new AvroSchema(Files.readString(schema)));
            }
        }
        return Events.connect("mock://" + scope, "", RatingTopics.SIMULATION);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theNewestFilesAreWhatIsWrittenToday(Golden<?> golden) throws Exception {
        try (var events = connected()) {
            assertThat(schemaToday(golden) + "\n").isEqualTo(Files.readString(golden.file(NEWEST, "avsc")));
            assertThat(golden.hexToday(events)).isEqualTo(Files.readAllLines(golden.file(NEWEST, "hex")));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatWasWrittenThenIsReadAsItWas(String version, Golden<?> golden) throws Exception {
        try (var events = connectedAfter(version)) {
            assertThat(golden.read(version, events))
                    .isNotEmpty()
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(golden.valuesOf(version));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void todaysSchemaCanFollowThatOfEveryVersion(String version, Golden<?> golden) throws Exception {
        try (var _ = connected()) {
            var then = new AvroSchema(Files.readString(golden.file(version, "avsc")));
            assertThat(new AvroSchema(schemaToday(golden)).isBackwardCompatible(then))
                    .isEmpty();
        }
    }
}
