package chorus.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.events.registry.RegistryAccess;
import chorus.events.registry.RegistryClient;
import chorus.playlist.Change;
import chorus.playlist.ListenerId;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import chorus.playlist.TrackId;
import chorus.worlds.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final Events EVENTS = Events.connect("mock://round-trip", "t-");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueComesBackAsItWas(long seed) {
        comesBack(EVENTS.tracks(), Samples::track, seed);
        comesBack(EVENTS.campaigns(), Samples::campaign, seed);
        comesBack(EVENTS.edits(), Samples::edit, seed);
        comesBack(EVENTS.refused(), Samples::refused, seed);
        comesBack(EVENTS.playlists(), Samples::playlists, seed);
        comesBack(EVENTS.neighbours(), Samples::neighbours, seed);
        comesBack(EVENTS.trackCounts(), Samples::trackCounts, seed);
        comesBack(EVENTS.generations(), Samples::generation, seed);
        comesBack(EVENTS.evaluations(), Samples::evaluations, seed);
        comesBack(EVENTS.orders(), Samples::order, seed);
    }

    /** Compares field by field, arrays by content. */
    private static <T> void comesBack(Codec<T> codec, Function<Samples, T> draw, long seed) {
        var value = draw.apply(new Samples(seed));
        var bytes = codec.encode(value);
        var back = codec.decode(bytes);
        assertThat(back).usingRecursiveComparison().isEqualTo(value);
        assertThat(back).hasSameClassAs(value);
        assertThat(codec.encode(back)).isEqualTo(bytes);
    }

    @Test
    void twoConnectionsToOneRegistryReadEachOther() {
        var edit = new Samples(1).edit();
        try (var other = Events.connect("mock://round-trip", "t-")) {
            assertThat(other.edits().decode(EVENTS.edits().encode(edit))).isEqualTo(edit);
        }
    }

    @Test
    void manyThreadsMayShareACodec() throws Exception {
        var codec = EVENTS.edits();
        Callable<List<LogEntry>> all = () -> {
            var back = new ArrayList<LogEntry>();
            for (var seed = 0; seed < 2000; seed++) {
                back.add(codec.decode(codec.encode(new Samples(seed).edit())));
            }
            return back;
        };
        var expected = IntStream.range(0, 2000)
                .mapToObj(seed -> new Samples(seed).edit())
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(List.of(all, all, all, all))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aRecordThatFailsHalfWayLeavesNothingInTheNext() {
        var form = new Form<Boolean, chorus.events.avro.Track>(
                chorus.events.avro.Track.class, RoundTripTest::track, record -> true);
        try (var registry = RegistryClient.of(RegistryAccess.of("mock://half-way", Map.of()))) {
            var codec = new Codec<>(form, registry.register("x-value", form.schema()), registry);
            var sound = codec.encode(true);
            assertThatThrownBy(() -> codec.encode(false)).isInstanceOf(RuntimeException.class);
            assertThat(codec.encode(true)).isEqualTo(sound);
        }
    }

    /** The last field of an unsound one is missing. */
    @SuppressWarnings("NullAway") // that is what is tried
    private static chorus.events.avro.Track track(boolean sound) {
        var record = new chorus.events.avro.Track(1, "spotify:track:1", "One", "spotify:artist:2", "Two");
        if (!sound) {
            record.put(record.getSchema().getFields().size() - 1, null);
        }
        return record;
    }

    @Test
    void anEditTakesAFewDozenBytes() {
        var plant = new PlaylistEdit(
                new PlaylistId(399_999),
                new ListenerId((1L << 53) - 1),
                16,
                1_764_100_000_000L,
                250,
                WorldSet.only(15),
                "a-campaign",
                new Change.Inserted(new TrackId(TrackId.BOUND - 1), 249, true));
        assertThat(EVENTS.edits().encode(plant).length).isLessThan(50);
    }
}
