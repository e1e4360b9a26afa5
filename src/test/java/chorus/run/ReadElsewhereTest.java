package chorus.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.Needed;
import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.broker.orders.OrderSender;
import chorus.config.OrderSettings.Order.End;
import chorus.config.OrderSettings.Plants;
import chorus.config.Settings;
import chorus.events.Topic;
import chorus.run.campaigns.Wire;
import chorus.verify.CountsExport;
import chorus.worlds.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every topic of a run, read by clients that are not ours with their default settings, against the run's files. */
class ReadElsewhereTest extends OnAPlatform {
    private static final String NAME = "elsewhere";
    private static final Scenario SCENARIO = Scenario.small().with("worlds=each", "kafka.partitions=3");
    private static final byte[] GARBAGE = {7, 7, 7};

    private static Settings settings;
    private static String evaluations;
    private static String counts;
    private static Map<String, List<JsonNode>> read;

    @BeforeAll
    static void runAndRead() throws Exception {
        Needed.programs("node", "npm");
        settings = here(NAME, SCENARIO).settings();
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            RawTopics.send(platform.bootstrap(), name(Topic.EDITS), new byte[8], GARBAGE);
            try (var orders = OrderSender.open(cluster, Topic.ORDERS, Duration.ofSeconds(20))) {
                orders.send(Wire.raw(new End("nobody", Plants.stay)));
            }
            evaluations = run(NAME, SCENARIO, Pace.FULL_SPEED).evaluations();
            counts = export(cluster);
        }
        var topics = Topic.ALL.stream().map(ReadElsewhereTest::name).toList();
        var records = RawTopics.count(platform.bootstrap(), topics);
        assertThat(records.values()).doesNotContain(0);
        read = Elsewhere.read(
                platform.bootstrap(), platform.registry(), records, Files.createDirectories(directory.resolve("read")));
    }

    private static String export(Cluster cluster) throws IOException, InterruptedException {
        var worlds = settings.allWorlds().named().stream().map(World::name).toList();
        var text = new StringBuilder();
        CountsExport.write(cluster, worlds, text, () -> false);
        return text.toString();
    }

    private static String name(Topic<?> topic) {
        return topic.under(settings.kafka().prefix());
    }

    private static List<JsonNode> records(Topic<?> topic) {
        return requireNonNull(read.get(name(topic)));
    }

    private static List<JsonNode> values(Topic<?> topic) {
        return records(topic).stream()
                .map(record -> record.get("value"))
                .filter(value -> !value.isNull())
                .toList();
    }

    /** The newest value of each key; keys that ended with none are left out. */
    private static List<JsonNode> newest(Topic<?> topic) {
        var newest = new TreeMap<String, JsonNode>();
        for (var record : records(topic)) {
            newest.put(record.get("key").asText(), record.get("value"));
        }
        return newest.values().stream().filter(value -> !value.isNull()).toList();
    }

    /** Of a topic whose values are rows or marks, those of one kind. */
    private static List<JsonNode> entries(Topic<?> topic, String kind) {
        return newest(topic).stream()
                .map(value -> value.get("entry").get("chorus.events.avro." + kind))
                .filter(entry -> entry != null)
                .toList();
    }

    @Test
    void theEvaluationsAreThoseOfTheFile() {
        var rows = values(Topic.EVALUATIONS).stream()
                .flatMap(value -> StreamSupport.stream(value.get("rows").spliterator(), false))
                .collect(Collectors.toMap(ReadElsewhereTest::named, row -> row));
        var lines = evaluations.lines().toList();
        var columns = lines.getFirst().split(",", -1);
        assertThat(rows).hasSize(lines.size() - 1).hasSizeGreaterThan(20);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            var row = requireNonNull(rows.get(String.join(",", cells[0], cells[1], cells[2])));
            for (var column = 3; column < columns.length; column++) {
                isTheSame(columns[column], cells[column], row.findValue(columns[column]));
            }
        }
    }

    private static String named(JsonNode row) {
        return String.join(
                ",",
                row.get("generation").asText(),
                row.get("world").asText(),
                row.get("campaign").asText());
    }

    private static void isTheSame(String column, String cell, JsonNode value) {
        if (column.equals("recommender")) {
            assertThat(value.asText()).isEqualTo(cell);
        } else if (cell.isEmpty()) {
            assertThat(value == null || value.isNull()).as(column).isTrue();
        } else {
            assertThat(value.asDouble()).as(column).isEqualTo(Double.parseDouble(cell));
        }
    }

    @Test
    void theRowsOfNeighboursAreTheExportedCounts() {
        var names = values(Topic.TRACKS).stream()
                .collect(Collectors.toMap(track -> track.get("id").asInt(), track -> track.get("uri")
                        .asText()));
        var worlds = new ArrayList<String>();
        entries(Topic.NEIGHBOURS, "CountsMark")
                .getFirst()
                .get("worlds")
                .forEach(world -> worlds.add(world.get("world").asText()));
        var lines = new ArrayList<String>();
        for (var row : entries(Topic.NEIGHBOURS, "PairRow")) {
            for (var i = 0; i < row.get("to").size(); i++) {
                var cells = cells(row, i, worlds.size());
                if (Arrays.stream(cells).anyMatch(cell -> cell != 0)) {
                    lines.add(names.get(row.get("track").asInt()) + ","
                            + names.get(row.get("to").get(i).asInt()) + ","
                            + Arrays.stream(cells).mapToObj(Integer::toString).collect(Collectors.joining(",")));
                }
            }
        }
        var header = worlds.stream()
                .map(world -> ",window_" + world + ",adjacent_" + world)
                .collect(Collectors.joining("", "from_track,to_track", ""));
        assertThat(counts.lines()).hasSizeGreaterThan(1000).first().isEqualTo(header);
        // sorted, as a comparison in any order takes minutes for so many
        assertThat(lines.stream().sorted().toList())
                .isEqualTo(counts.lines().skip(1).sorted().toList());
    }

    /** Window and adjacent count of a neighbour in each world: the twin's, unless the row says where the world differs. */
    private static int[] cells(JsonNode row, int neighbour, int worlds) {
        var cells = new int[2 * worlds];
        for (var world = 0; world < worlds; world++) {
            cells[2 * world] = row.get("window").get(neighbour).asInt();
            cells[2 * world + 1] = row.get("adjacent").get(neighbour).asInt();
            for (var d = 0; d < row.get("differing_at").size(); d++) {
                if (row.get("differing_at").get(d).asInt() == neighbour
                        && (row.get("differing_worlds").get(d).asInt() >> world & 1) == 1) {
                    cells[2 * world] = row.get("differing_window").get(d).asInt();
                    cells[2 * world + 1] = row.get("differing_adjacent").get(d).asInt();
                }
            }
        }
        return cells;
    }

    @Test
    void logHeldOutPlaylistsTrackCountsAndCampaignsAddUpToTheLastGeneration() {
        var last = newest(Topic.GENERATIONS).getLast();
        var edits =
                values(Topic.EDITS).stream().filter(edit -> edit.get("playlist").asLong() >= 0);
        assertThat(edits).hasSize(last.get("edits").asInt());
        assertThat(last.get("refused").asInt()).isEqualTo(1);
        assertThat(entries(Topic.TRACK_COUNTS, "TrackCountRow").stream()
                        .filter(row -> row.get("count").asInt() > 0))
                .hasSize(last.get("tracks").asInt());
        var epoch = last.get("generation").asLong();
        var heldOut = entries(Topic.PLAYLISTS, "PlaylistsMark").stream()
                .filter(mark -> mark.get("epoch").asLong() == epoch)
                .mapToInt(mark -> mark.get("held_out").asInt());
        assertThat(entries(Topic.PLAYLISTS, "PlaylistRow")).hasSize(heldOut.sum());
        assertThat(newest(Topic.CAMPAIGNS).stream()
                        .map(campaign -> campaign.get("name").asText()))
                .containsExactlyInAnyOrder("lift", "noise");
        assertThat(last.get("recommenders").get(0).asText()).isEqualTo("PooledNN");
    }

    @Test
    void digestsAreWholeNumbersThatADoubleHolds() {
        for (var topic : List.of(Topic.NEIGHBOURS, Topic.TRACK_COUNTS)) {
            for (var mark : entries(topic, "CountsMark")) {
                for (var world : mark.get("worlds")) {
                    assertThat(world.get("digest").isIntegralNumber()).isTrue();
                    assertThat(world.get("digest").asDouble()).isBetween(0.0, Math.scalb(1.0, 53));
                }
            }
        }
    }

    @Test
    void onlyTheRefusedRecordCannotBeReadAndComesBackByteForByte() {
        var unreadable = read.values().stream().flatMap(List::stream).filter(record -> record.has("fault"));
        assertThat(unreadable.map(record -> record.get("key").asText())).containsExactly("0000000000000000");
        assertThat(values(Topic.REFUSED)).singleElement().satisfies(refused -> {
            assertThat(refused.get("reason").asText()).isNotEmpty();
            assertThat(refused.get("raw").get("data").get(0).asInt()).isEqualTo(7);
            assertThat(refused.get("raw").get("data")).hasSize(GARBAGE.length);
        });
    }
}
