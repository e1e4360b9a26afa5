package chorus.config;

import chorus.playlist.HeldOut;
import chorus.playlist.LogRules;
import chorus.worlds.Worlds;
import java.util.List;
import java.util.Optional;

/** The whole tree; {@code reference.yaml} holds every default and says what each key means. */
public record Settings(
        String name,
        long randomSeed,
        SimulateSettings simulate,
        ReplaySettings replay,
        List<CampaignSettings> campaigns,
        WorldsSettings worlds,
        EpochSettings epochs,
        StateSettings state,
        RecommendSettings recommend,
        EvaluateSettings evaluate,
        KafkaSettings kafka,
        StreamSettings stream,
        ServeSettings serve) {
    public Settings {
        Range.name("name", name);
        campaigns = List.copyOf(campaigns);
        Campaigns.check(campaigns);
        worlds.of(campaigns);
    }

    /** The worlds of the run, with the campaigns that happen in each. */
    public Worlds allWorlds() {
        return worlds.of(campaigns);
    }

    /** Who is held out for testing. */
    public HeldOut heldOut() {
        return evaluate.heldOut(randomSeed);
    }

    /** What records of the log must be: where epochs go by the clock, one writer ends them. */
    public LogRules logRules() {
        return new LogRules(epochs.by().followsPlan() ? simulate.writers() : 1);
    }

    /** What whoever reads these settings should be told, in one line. */
    public Optional<String> remark() {
        return worlds.remark(campaigns);
    }

    public record ReplaySettings(int fillEpochs, double editsPerSecond) {
        public ReplaySettings {
            Range.within("fillEpochs", fillEpochs, 1, 100_000);
            Range.within("editsPerSecond", editsPerSecond, 0, 10_000_000);
        }
    }

    public record StateSettings(int window) {
        public StateSettings {
            Range.within("window", window, 1, 1000);
        }
    }

    /** @param fold {@code randomSeed}, or a number of its own */
    public record EvaluateSettings(
            String fold, double testShare, int minTracks, HeldOut.Tests tests, double headShare) {
        private static final String BY_SEED = "randomSeed";

        public EvaluateSettings {
            if (!fold.equals(BY_SEED) && !fold.matches("-?\\d{1,18}")) {
                throw new IllegalArgumentException(
                        "fold = " + fold + ": must be " + BY_SEED + " or a whole number of at most 18 digits");
            }
            Range.share("testShare", testShare);
            Range.within("minTracks", minTracks, 10, 10_000);
            Range.share("headShare", headShare);
        }

        private HeldOut heldOut(long randomSeed) {
            return new HeldOut(fold.equals(BY_SEED) ? randomSeed : Long.parseLong(fold), testShare, minTracks, tests);
        }
    }

    public record ServeSettings(String host, int port, KafkaMetrics kafkaMetrics) {
        /** Which of the metrics that Kafka's clients keep of themselves are shown. */
        public enum KafkaMetrics {
            main,
            all
        }

        public ServeSettings {
            Range.within("port", port, 0, 65535);
        }
    }
}
