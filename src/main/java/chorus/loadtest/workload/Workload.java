package chorus.loadtest.workload;

import chorus.config.Settings;
import chorus.config.SettingsLoader;
import chorus.config.kinds.Range;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.TrackId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A load test: which edits come when, for how long, against which settings. {@code workload.yaml} among the resources holds
 * every default and says what each key means.
 */
public record Workload(
        String name,
        long randomSeed,
        Kind kind,
        double rate,
        Arrivals arrivals,
        Duration warmUp,
        Duration duration,
        Duration drain,
        Duration poll,
        boolean train,
        boolean verify,
        Playlists playlists,
        Tracks tracks,
        Mix mix,
        Burst burst,
        Backlog backlog,
        Search search,
        Settings settings) {

    /** What is asked of the system. */
    public enum Kind {
        steady,
        burst,
        backlog,
        search
    }

    /** How intended times lie: evenly, or as independent listeners would send. */
    public enum Arrivals {
        even,
        poisson
    }

    private static final Duration A_WEEK = Duration.ofDays(7);

    public Workload {
        Range.name("name", name);
        Range.positive("rate", rate, 100_000_000);
        Range.within("warmUp", warmUp, Duration.ZERO, A_WEEK);
        Range.lasts("duration", duration, A_WEEK);
        Range.lasts("drain", drain, A_WEEK);
        Range.lasts("poll", poll, Duration.ofMinutes(1));
        if (verify && !train) {
            throw new IllegalArgumentException("verify = true: needs train = true, since cuts are what is compared");
        }
        if (settings.logRules().writers() != 1) {
            throw new IllegalArgumentException("settings.simulate.writers = "
                    + settings.simulate().writers() + ": must be 1, as a load test ends epochs by itself");
        }
        if (playlists.longest() > PlaylistEdit.MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "playlists.longest = " + playlists.longest() + ": must be at most " + PlaylistEdit.MOST_ENTRIES);
        }
        if (tracks.count() < 2 * playlists.longest()) {
            throw new IllegalArgumentException("tracks.count = " + tracks.count()
                    + ": must be at least twice playlists.longest = " + playlists.longest());
        }
    }

    /** The working set: {@code count} playlists of {@code shortest} to {@code longest} tracks. */
    public record Playlists(int count, int shortest, int longest) {
        public Playlists {
            Range.within("count", count, 1, 10_000_000);
            Range.within("shortest", shortest, 2, 9_999);
            Range.within("longest", longest, shortest + 1.0, 10_000);
        }
    }

    /** Track of rank x is drawn with a weight ∝ x^−exponent. */
    public record Tracks(int count, double exponent) {
        public Tracks {
            Range.within("count", count, 2, TrackId.BOUND);
            Range.within("exponent", exponent, 0, 10);
        }
    }

    /** Weights of the kinds of edits. */
    public record Mix(double append, double insert, double remove, double move) {
        private static final double MOST = 1_000_000;

        public Mix {
            Range.within("append", append, 0, MOST);
            Range.within("insert", insert, 0, MOST);
            Range.within("remove", remove, 0, MOST);
            Range.within("move", move, 0, MOST);
            Range.positive("append + insert + remove + move", append + insert + remove + move, 4 * MOST);
        }
    }

    /** Each {@code every}, {@code factor} times the rate for {@code length}. */
    public record Burst(Duration every, Duration length, double factor) {
        public Burst {
            Range.within("factor", factor, 1, 1000);
            Range.lasts("every", every, A_WEEK);
            Range.lasts("length", length, A_WEEK);
            if (length.compareTo(every) >= 0) {
                throw new IllegalArgumentException("length = " + length.toMillis()
                        + " ms: must be shorter than every = " + every.toMillis() + " ms");
            }
        }
    }

    public record Backlog(long edits) {
        public Backlog {
            Range.within("edits", (double) edits, 1, 1e10);
        }
    }

    /**
     * @param precision the search ends when the lowest rate that failed is at most this share above the sustained one
     * @param lagGrowth a step fails when lag grows by more than this share of its rate
     * @param latencyAt share of the sustained rate at which latencies are measured at the end; 0 for not at all
     */
    public record Search(int steps, double precision, double lagGrowth, double latencyAt) {
        public Search {
            Range.within("steps", steps, 1, 100);
            Range.positive("precision", precision, 10);
            Range.positive("lagGrowth", lagGrowth, 10);
            Range.share("latencyAt", latencyAt);
        }
    }

    /** The workload of a file with overrides of the form key.path=value. */
    public static Workload load(Path file, List<String> overrides) {
        return SettingsLoader.load(Workload.class, reference(), file, overrides);
    }

    /** The page of all keys with their defaults and meanings. */
    public static String reference() {
        try (var stream = Workload.class.getResourceAsStream("/chorus/workload.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("chorus/workload.yaml is missing in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
