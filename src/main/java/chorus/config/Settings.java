package chorus.config;

import chorus.playlist.HeldOut;
import java.util.HashSet;
import java.util.List;

/** The whole tree; {@code reference.yaml} holds every default and says what each key means. */
public record Settings(
        String name,
        long randomSeed,
        SimulateSettings simulate,
        ReplaySettings replay,
        List<CampaignSettings> campaigns,
        EpochSettings epochs,
        StateSettings state,
        RecommendSettings recommend,
        EvaluateSettings evaluate,
        KafkaSettings kafka,
        StreamSettings stream,
        ServeSettings serve) {
    public Settings {
        campaigns = List.copyOf(campaigns);
        var names = new HashSet<String>();
        for (var campaign : campaigns) {
            if (!names.add(campaign.name())) {
                throw new IllegalArgumentException("campaigns: name " + campaign.name() + " is given twice");
            }
        }
    }

    public record ReplaySettings(int fillEpochs, double editsPerSecond) {
        public ReplaySettings {
            Range.atLeast("fillEpochs", fillEpochs, 1);
            Range.atLeast("editsPerSecond", editsPerSecond, 0);
        }
    }

    public record StateSettings(int window) {
        public StateSettings {
            Range.atLeast("window", window, 1);
        }
    }

    public record EvaluateSettings(double testShare, int minTracks, double headShare) {
        public EvaluateSettings {
            Range.share("testShare", testShare);
            Range.atLeast("minTracks", minTracks, 10);
            Range.share("headShare", headShare);
        }

        public HeldOut heldOut() {
            return new HeldOut(testShare, minTracks);
        }
    }

    public record ServeSettings(String host, int port) {
        public ServeSettings {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("port = " + port + ": must lie in 0…65535");
            }
        }
    }
}
