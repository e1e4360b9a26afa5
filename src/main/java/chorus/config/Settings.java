package chorus.config;

import chorus.config.kinds.OneOrMore;
import chorus.config.kinds.Range;
import chorus.config.stream.StreamSettings;
import chorus.playlist.HeldOut;
import chorus.playlist.LogRules;
import chorus.ratings.RatingRules;
import chorus.worlds.World;
import chorus.worlds.WorldSet;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole tree; {@code reference.yaml} holds every default and says what each key means. */
public record Settings(
        String name,
        long randomSeed,
        SimulateSettings simulate,
        ReplaySettings replay,
        List<CampaignSettings> campaigns,
        WorldsSettings worlds,
        int spareWorlds,
        List<OrderSettings> orders,
        EpochSettings epochs,
        StateSettings state,
        @OneOrMore List<RecommendSettings> recommend,
        EvaluateSettings evaluate,
        KafkaSettings kafka,
        StreamSettings stream,
        ServeSettings serve,
        AltruismSettings altruism) {
    public Settings {
        Range.name("name", name);
        campaigns = List.copyOf(campaigns);
        Campaigns.check(campaigns);
        requireSpare(spareWorlds, worlds.of(campaigns).size());
        orders = List.copyOf(orders);
        Standing.of(campaigns, worlds.of(campaigns), orders);
        recommend = List.copyOf(recommend);
        checkRecommenders(recommend);
    }

    /** A round fits and evaluates each in every world. */
    private static final int MOST_RECOMMENDERS = 16;

    private static void checkRecommenders(List<RecommendSettings> recommend) {
        if (recommend.isEmpty() || recommend.size() > MOST_RECOMMENDERS) {
            throw new IllegalArgumentException(
                    "recommend: " + recommend.size() + " of them; 1…" + MOST_RECOMMENDERS + " are allowed");
        }
        var labels = new HashSet<String>();
        for (var i = 0; i < recommend.size(); i++) {
            if (!labels.add(recommend.get(i).label())) {
                throw new IllegalArgumentException("recommend[" + i + "]: "
                        + recommend.get(i).label() + " is there already: give it a name of its own");
            }
        }
    }

    private static void requireSpare(int spare, int worlds) {
        Range.within("spareWorlds", spare, 0, WorldSet.MOST - 2);
        if (worlds + spare > WorldSet.MOST) {
            throw new IllegalArgumentException("spareWorlds = " + spare + ": must lie in 0…" + (WorldSet.MOST - worlds)
                    + " beside " + worlds + " worlds");
        }
    }

    /** The names of the recommenders, in their order. */
    public List<String> recommenders() {
        return recommend.stream().map(RecommendSettings::label).toList();
    }

    /** The same listeners without any campaign, in the two worlds of a run that names none. */
    public Settings organic() {
        return new Settings(
                name,
                randomSeed,
                simulate,
                replay,
                List.of(),
                new WorldsSettings.Listed(List.of()),
                0,
                List.of(),
                epochs,
                state,
                recommend,
                evaluate,
                kafka,
                stream,
                serve,
                altruism);
    }

    /** The same with one more order. */
    public Settings ordered(OrderSettings order) {
        var more = new ArrayList<>(orders);
        more.add(order);
        return ordered(more);
    }

    /** The same with other orders. */
    public Settings ordered(List<OrderSettings> others) {
        return new Settings(
                name,
                randomSeed,
                simulate,
                replay,
                campaigns,
                worlds,
                spareWorlds,
                others,
                epochs,
                state,
                recommend,
                evaluate,
                kafka,
                stream,
                serve,
                altruism);
    }

    /** Campaigns and worlds with all that the orders bring. */
    public Standing standing() {
        return Standing.of(campaigns, worlds.of(campaigns), orders);
    }

    /** The campaigns of the run: those of the settings, then those that orders start. */
    public List<CampaignSettings> allCampaigns() {
        return standing().campaigns();
    }

    /** The worlds of the run, with the campaigns that happen in each. */
    public Worlds allWorlds() {
        return standing().worlds();
    }

    /** The worlds that are counted from the first epoch on: those of the run, and spare ones, which orders may add. */
    public Worlds countedWorlds() {
        var all = new ArrayList<>(allWorlds().named());
        var first = worlds.of(campaigns).size();
        for (var bit = all.size(); bit < first + spareWorlds; bit++) {
            all.add(new World(bit, "spare " + (bit - first + 1), Set.of()));
        }
        return new Worlds(all);
    }

    /** Who is held out for testing. */
    public HeldOut heldOut() {
        return evaluate.heldOut(randomSeed);
    }

    /** What records of the log must be: where epochs go by the clock, one writer ends them. */
    public LogRules logRules() {
        return new LogRules(epochs.by().followsPlan() ? simulate.writers() : 1);
    }

    /** What records of the log of ratings must be. */
    public RatingRules ratingRules() {
        return new RatingRules(simulate.writers(), altruism.users(), altruism.items(), altruism.byPlace());
    }

    /** What whoever reads these settings should be told, in one line. */
    public Optional<String> remark() {
        return recommend.size() == 1
                ? worlds.remark(campaigns)
                : Optional.of(Stream.concat(worlds.remark(campaigns).stream(), Stream.of(several()))
                        .collect(Collectors.joining("; ")));
    }

    private String several() {
        return "lines and charts show " + recommenders().getFirst() + ", the first of " + recommend.size()
                + " recommenders; evaluations.csv has all";
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
            String fold, double testShare, int minTracks, HeldOut.Tests tests, double headShare, Members members) {
        private static final String BY_SEED = "randomSeed";

        /** Whether the playlists of those who plant are continued beside the tests. */
        public enum Members {
            none,
            judged
        }

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

    public record ServeSettings(String host, int port, KafkaMetrics kafkaMetrics, Page page, int explorerPairs) {
        /** Which of the metrics that Kafka's clients keep of themselves are shown. */
        public enum KafkaMetrics {
            main,
            all
        }

        /** Whether the page is served beside them. */
        public enum Page {
            shown,
            none
        }

        public ServeSettings {
            Range.within("port", port, 0, 65535);
            Range.within("explorerPairs", explorerPairs, 0, 1_000_000_000);
        }
    }
}
