package chorus.topology.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.GoldenFile;
import chorus.config.SettingsLoader;
import chorus.events.Events;
import chorus.events.ratings.RatingTopics;
import chorus.ratings.RatedEntry;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedUser;
import chorus.ratings.Rating;
import chorus.ratings.Rating.Kind;
import chorus.ratings.RatingEntry;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.rows.Refused;
import chorus.topology.TopologyPage;
import chorus.topology.engine.Work.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody may write on the log of ratings: it applies, or it is kept with its reason and the run goes on. */
class RatingTopologyTest {
    private final Events events = Events.connect("mock://ratings", "chorus-", RatingTopics.SIMULATION);
    private Topology topology;
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> ratings;

    @BeforeEach
    void start(@TempDir Path stores) {
        var settings = SettingsLoader.load(
                Optional.empty(),
                List.of(
                        "altruism.users=10",
                        "altruism.items=5",
                        "altruism.minorityUsers=2",
                        "altruism.minorityItems=1",
                        "altruism.targets=1",
                        "kafka.partitions=1"));
        topology = RatingTopology.build(
                settings.kafka(), settings.stream(), settings.ratingRules(), events, () -> 0, Tally.NOBODY);
        var properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stores.toString());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ratings");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(topology, properties);
        ratings = driver.createInputTopic("chorus-ratings", new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Test
    void theDrawingAndTheTextAreTheTopologyAsItIs() throws IOException {
        GoldenFile.of("topologies/altruism.txt").holds(TopologyPage.text(topology));
        GoldenFile.of("topologies/altruism.mmd").holds(TopologyPage.mermaid(topology));
        assertThat(TopologyPage.text(topology)).doesNotContain("KSTREAM-", "STATE-STORE-");
    }

    @AfterEach
    void stop() {
        driver.close();
        events.close();
    }

    @Test
    void aRoundComesOutWithItsUsersAndItsMark() {
        put(7, said(0, 7, 2, .5, 1, null));
        put(7, said(0, 7, 3, .25, 2, "factual"));
        put(-1, new RoundEnded(0, 0, 1));
        var rows = rated();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).isInstanceOfSatisfying(RatedUser.class, user -> {
            assertThat(user.user()).isEqualTo(7);
            assertThat(user.in(0).items()).containsExactly(2);
            assertThat(user.in(1).items()).containsExactly(2, 3);
        });
        assertThat(rows.getLast()).isInstanceOfSatisfying(RatedMark.class, mark -> {
            assertThat(mark.worlds().stream().map(RatedMark.OfWorld::world))
                    .containsExactly("counterfactual", "factual");
            assertThat(mark.worlds().stream().map(RatedMark.OfWorld::pairs)).containsExactly(1L, 2L);
        });
    }

    @Test
    void whatIsNoRatingIsKeptWithItsReason() {
        ratings.pipeInput(key(1), new byte[] {9, 9, 9, 9, 9, 9});
        ratings.pipeInput(key(1), (byte[]) null);
        put(10, said(0, 10, 2, .5, 1, null));
        put(-1, said(0, -1, 2, .5, 1, null));
        put(1, said(0, 1, 5, .5, 1, null));
        put(1, said(0, 1, 2, Double.NaN, 1, null));
        put(1, said(0, 1, 2, 1e7, 1, null));
        put(1, said(0, 1, 2, .5, 1, "nowhere"));
        put(2, said(0, 1, 2, .5, 1, null));
        put(-1, new RoundEnded(0, 0, 2));
        put(-2, new RoundEnded(0, 0, 1));
        put(1, said(1, 1, 2, .5, 1, null));
        put(1, said(0, 1, 2, .5, 2, null));
        assertThat(refused())
                .containsExactly(
                        "unknown magic byte 9",
                        "no value",
                        "no-such-user",
                        "no-such-user",
                        "no-such-item",
                        "no-such-value",
                        "no-such-value",
                        "no-such-world",
                        "key-of-another-user",
                        "other-number-of-writers",
                        "key-of-another-writer",
                        "round-not-open",
                        "sequence-gap");
        put(1, said(0, 1, 2, .5, 1, null));
        put(-1, new RoundEnded(0, 0, 1));
        assertThat(rated()).hasSize(2).last().isInstanceOfSatisfying(RatedMark.class, mark -> {
            assertThat(mark.applied()).isEqualTo(1);
            assertThat(mark.refused()).isEqualTo(13);
        });
    }

    private static Said said(int round, int user, int item, double value, long sequence, @Nullable String world) {
        return new Said(new Rating(round, user, item, value, Kind.EXPLORED), sequence, world);
    }

    private void put(int key, RatingEntry entry) {
        ratings.pipeInput(key(key), events.of(RatingTopics.RATINGS).encode(entry));
    }

    private static byte[] key(int key) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
    }

    private List<RatedEntry> rated() {
        return read("chorus-rated").stream()
                .map(events.of(RatingTopics.RATED)::decode)
                .toList();
    }

    private List<String> refused() {
        return read("chorus-ratings-refused").stream()
                .map(events.refused()::decode)
                .map(Refused::reason)
                .toList();
    }

    private List<byte[]> read(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList();
    }
}
