package chorus.metrics;

import chorus.evaluate.accuracy.Clicks;
import chorus.evaluate.accuracy.Ndcg;
import chorus.evaluate.accuracy.Precision;
import chorus.evaluate.accuracy.RPrecision;
import chorus.evaluate.accuracy.RPrecisionArtists;
import chorus.evaluate.accuracy.Recall;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.evaluate.amplification.TargetRank;
import chorus.evaluate.bias.Aplt;
import chorus.evaluate.bias.Arp;
import chorus.evaluate.bias.Coverage;
import chorus.evaluate.bias.Entropy;
import chorus.rows.results.Measure;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Meters of processes, of the stream, and of what a generation comes to. */
public enum Meter implements Metered {
    GENERATION(
            Part.learners(),
            "generation",
            Kind.GAUGE,
            "",
            "Number of the newest generation, trained or skipped; where users rate, of the newest round"),
    GENERATIONS(Part.learners(), "generations", Kind.COUNTER, "", "Retrain rounds of this process", "outcome"),
    EPOCHS(
            EnumSet.of(Part.WRITER, Part.TRAINER),
            "epochs",
            Kind.COUNTER,
            "",
            "Epochs, or rounds, ended by this process: by a writer, or by the trainer where the clock ends them"),
    PUBLISHED(
            Part.learners(),
            "generation.timestamp",
            Kind.GAUGE,
            "seconds",
            "When this process published its newest generation, in seconds since 1970"),
    RETRAIN(
            Part.learners(),
            "retrain.duration",
            Kind.HISTOGRAM,
            "seconds",
            "From an aligned cut to a published generation, or round"),
    EDITS("edits", Kind.GAUGE, "", "Edits applied up to the newest generation's cut"),
    EDITS_REFUSED("edits.refused", Kind.GAUGE, "", "Records refused up to the newest generation's cut"),
    EDITS_WRITTEN(Part.WRITER, "edits.written", Kind.COUNTER, "", "Edits, or ratings, written by this process"),
    STANDSTILL(
            Part.all(),
            "standstill",
            Kind.GAUGE,
            "seconds",
            "How long a part that waits has not come forward; 0 while it does not wait",
            "part"),
    TRANSACTIONS_REPAIRED(
            Part.all(),
            "transactions.repaired",
            Kind.COUNTER,
            "",
            "Transactions forgotten by their coordinator that this process ended, as was decided, on the embedded broker"),
    TRANSACTIONS_HANGING(
            Part.all(),
            "transactions.hanging",
            Kind.COUNTER,
            "",
            "Transactions forgotten by their coordinator that this process found and left alone"),
    LAG(
            EnumSet.of(Part.TOPOLOGY, Part.TRAINER, Part.PLATFORM),
            "lag",
            Kind.GAUGE,
            "edits",
            "Records of playlist-edits, or of ratings, that the topology, all of its instances, has not committed yet"),
    EPOCHS_CLOSED(
            Part.TOPOLOGY,
            "epochs.closed",
            Kind.COUNTER,
            "",
            "Epochs, or rounds, closed by this process's topology, each counted for every partition of its own"),
    REFUSED(
            Part.TOPOLOGY,
            "records.refused",
            Kind.COUNTER,
            "",
            "Records of playlist-edits, or of ratings, that this process's topology has refused"),
    RESTORE_LEFT(
            Part.TOPOLOGY,
            "restore.left",
            Kind.GAUGE,
            "changes",
            "Changes of changelogs that this process's topology still has to read before its stores are restored"),
    STORES(Part.TOPOLOGY, "store", Kind.GAUGE, "bytes", "Size of this process's stores, files and write buffers"),
    CACHE(
            Part.TOPOLOGY,
            "rocksdb.cache",
            Kind.GAUGE,
            "bytes",
            "Memory of this process's stores in use: blocks, indexes, filters, write buffers"),
    CACHE_LIMIT(Part.TOPOLOGY, "rocksdb.cache.limit", Kind.GAUGE, "bytes", "The most of it: stream.rocksdbMemory"),
    CACHE_HITS(Part.TOPOLOGY, "rocksdb.cache.hits", Kind.COUNTER, "", "Blocks that stores found in memory"),
    CACHE_MISSES(Part.TOPOLOGY, "rocksdb.cache.misses", Kind.COUNTER, "", "Blocks that stores read from files"),
    DISK_FREE(
            Part.all(),
            "disk.free",
            Kind.GAUGE,
            "bytes",
            "Space that this process can still take where its files lie: out, and data where a broker is embedded",
            "folder"),
    DISK_SIZE(Part.all(), "disk.size", Kind.GAUGE, "bytes", "Size of the file system there", "folder"),
    LOAD_OFFERED(
            Part.LOAD,
            "load.offered",
            Kind.GAUGE,
            "edits_per_second",
            "Intended edits a second of this generator; 0 while it fills or waits"),
    LOAD_SENT(Part.LOAD, "load.edits.sent", Kind.COUNTER, "", "Edits that this generator has sent"),
    LOAD_COUNTED(
            Part.LOAD,
            "load.edits.counted",
            Kind.COUNTER,
            "",
            "Edits of this generator that were found counted, all their deltas committed"),
    LOAD_LAG(Part.LOAD, "load.lag", Kind.GAUGE, "edits", "Edits of this generator that are due and not counted"),
    LOAD_COUNT_LATENCY(
            Part.LOAD,
            "load.counted.latency",
            Kind.HISTOGRAM,
            "seconds",
            "From the intended time of an edit until it was found counted, warm-up and filling included"),
    LOAD_VIEW_LATENCY(
            Part.LOAD,
            "load.visible.latency",
            Kind.HISTOGRAM,
            "seconds",
            "From the intended time of an edit until a generation that holds it was published"),
    TRAINING_PLAYLISTS("training.playlists", Kind.GAUGE, "", "Training playlists at the cut"),
    TEST_PLAYLISTS("test.playlists", Kind.GAUGE, "", "Test playlists at the cut"),
    TRACKS("tracks", Kind.GAUGE, "", "Tracks with a count in the first of the worlds at the cut"),
    PAIRS("pairs", Kind.GAUGE, "", "Directed pairs with a count in the first of the worlds at the cut"),

    MEMBERS(
            "campaign.members",
            Kind.GAUGE,
            "playlists",
            "Training playlists that hold a plant at the cut",
            "campaign world"),
    PHASE(
            "campaign.phase",
            Kind.GAUGE,
            "",
            "1 for what a campaign's members did since the generation before, as they are at the cut: "
                    + "join (there are more), hold (as many) or leave (fewer); else 0",
            "campaign phase world"),
    ALPHA("alpha", Kind.GAUGE, "ratio", "Playlists that hold a plant ÷ training playlists", "campaign world"),
    HITS(
            "campaign.hits",
            Kind.GAUGE,
            "playlists",
            "Test playlists with the target among their first K recommendations",
            "campaign recommender world"),
    HIT_SHARE("campaign.hit", Kind.GAUGE, "ratio", "Hits ÷ test playlists", "campaign recommender world"),
    AMPLIFICATION(
            "amplification",
            Kind.GAUGE,
            "",
            "Amplification by its two readings (playlist, frequency); absent where undefined",
            "campaign reading recommender world"),
    SUCCESS(
            "success",
            Kind.GAUGE,
            "ratio",
            "Success rate over all tests, those with an anchor in the seed, those whose twin list holds one, those with a rare seed track",
            "campaign over recommender world"),
    INTERFERENCE(
            "interference", Kind.GAUGE, "", sentence(Interference.MEASURE.formula()), "campaign recommender world"),

    RARE_SEED(
            "rare.seed",
            Kind.GAUGE,
            "ratio",
            sentence(Amplification.RARE_SEED_SHARE.formula()),
            "campaign recommender world"),
    TARGET_RECIPROCAL_RANK(
            "target.reciprocal.rank",
            Kind.GAUGE,
            "",
            sentence(TargetRank.RECIPROCAL.formula()),
            "campaign recommender world"),
    TARGET_FIRST(
            "target.first",
            Kind.GAUGE,
            "ratio",
            "Tests with the target among their first 1, 5 or 10 ÷ test playlists",
            "campaign places recommender world"),
    LOSS(
            "loss",
            Kind.GAUGE,
            "",
            "What the campaign costs everybody, against the twin, in a measure; and what it can cost at most and at least",
            "campaign of recommender world"),
    SCENE(
            "scene",
            Kind.GAUGE,
            "",
            "How an altruistic campaign serves the tests of its scene, and all others, by the names of the columns of evaluations.csv",
            "campaign of recommender world"),
    MEMBERS_SERVED(
            "members.served",
            Kind.GAUGE,
            "",
            "How well the playlists of a campaign's members are continued, by the names of the columns of evaluations.csv; with evaluate.members: judged",
            "campaign of recommender world"),

    NDCG("ndcg", "", Ndcg.MEASURE),
    R_PRECISION("r.precision", "", RPrecision.MEASURE),
    R_PRECISION_ARTISTS("r.precision.artists", "", RPrecisionArtists.MEASURE),
    PRECISION("precision", "", Precision.MEASURE),
    RECALL("recall", "", Recall.MEASURE),
    CLICKS("clicks", "", Clicks.MEASURE),
    GINI("gini", Kind.GAUGE, "", "Concentration of recommendations: 0 equal … 1 one alone", "of recommender world"),
    LORENZ(
            "lorenz.top10",
            Kind.GAUGE,
            "ratio",
            "Share of recommendations held by the top 10 %",
            "of recommender world"),
    ARP("arp", "playlists", Arp.MEASURE),
    APLT("aplt", "ratio", Aplt.MEASURE),
    COVERAGE("coverage", "ratio", Coverage.MEASURE),
    ENTROPY("entropy", "", Entropy.MEASURE);

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Traits traits;

    /** A meter of the trainer, who knows what becomes of an epoch. */
    Meter(String name, Kind kind, String unit, String meaning, String... labels) {
        this(Part.TRAINER, name, kind, unit, meaning, labels);
    }

    Meter(Part part, String name, Kind kind, String unit, String meaning, String... labels) {
        this(EnumSet.of(part), name, kind, unit, meaning, labels);
    }

    Meter(Set<Part> parts, String name, Kind kind, String unit, String meaning, String... labels) {
        traits = Traits.of(parts, name, kind, unit, meaning, labels);
    }

    /**
     * A measure of each world's model.
     *
     * @param unit what is appended to the name, which was published before measures had units
     */
    Meter(String name, String unit, Measure measure) {
        this(name, Kind.GAUGE, unit, sentence(measure.formula()), "recommender world");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public Traits traits() {
        return traits;
    }
}
