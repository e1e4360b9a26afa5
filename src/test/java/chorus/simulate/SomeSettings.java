package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.EpochSettings;
import chorus.config.KafkaSettings;
import chorus.config.RecommendSettings;
import chorus.config.Settings;
import chorus.config.SimulateSettings;
import chorus.config.StreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The default settings, but for what a test names. */
record SomeSettings(
        long seed,
        int playlists,
        int epochs,
        double change,
        int writers,
        double hitShare,
        int fillEpochs,
        EpochSettings.By by,
        List<CampaignSettings> campaigns) {

    static SomeSettings of(long seed, int playlists, int epochs) {
        return new SomeSettings(seed, playlists, epochs, 0.02, 1, 0, 10, EpochSettings.By.simulator, List.of());
    }

    static CampaignSettings campaign(
            String name, Strategy strategy, int budget, int start, List<Double> join, int hold, List<Double> leave) {
        return new CampaignSettings(
                name, strategy, OptionalInt.of(budget), OptionalDouble.empty(), start, join, hold, leave);
    }

    SomeSettings change(double share) {
        return new SomeSettings(seed, playlists, epochs, share, writers, hitShare, fillEpochs, by, campaigns);
    }

    SomeSettings writers(int number) {
        return new SomeSettings(seed, playlists, epochs, change, number, hitShare, fillEpochs, by, campaigns);
    }

    SomeSettings hits(double share) {
        return new SomeSettings(seed, playlists, epochs, change, writers, share, fillEpochs, by, campaigns);
    }

    SomeSettings fillEpochs(int number) {
        return new SomeSettings(seed, playlists, epochs, change, writers, hitShare, number, by, campaigns);
    }

    SomeSettings by(EpochSettings.By cut) {
        return new SomeSettings(seed, playlists, epochs, change, writers, hitShare, fillEpochs, cut, campaigns);
    }

    SomeSettings with(CampaignSettings... some) {
        return new SomeSettings(seed, playlists, epochs, change, writers, hitShare, fillEpochs, by, List.of(some));
    }

    Settings settings() {
        var catalogue = new SimulateSettings.Catalogue(16, 6, 0.6, 0.8, 0.62, 4.0, 0.40, 2.0, hitShare, 100);
        var listeners = new SimulateSettings.Listeners(0.90, 0.25, 0.15, 0.20, 3.95, 1.0, 5, 250);
        return new Settings(
                "test",
                seed,
                new SimulateSettings(playlists, epochs, change, writers, 2000, catalogue, listeners),
                new Settings.ReplaySettings(fillEpochs, 0),
                campaigns,
                new EpochSettings(by, 1, Duration.ofSeconds(5)),
                new Settings.StateSettings(10),
                new RecommendSettings(new RecommendSettings.PooledNN(1, 0.3, 5, 1, 0.9), 500),
                new Settings.EvaluateSettings(0.1, 20, 0.8),
                new KafkaSettings("", "", "chorus-", 4, (short) 1),
                new StreamSettings(
                        2,
                        "exactly_once_v2",
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        1L << 28,
                        1L << 25,
                        500_000,
                        512,
                        Duration.ofMillis(200)),
                new Settings.ServeSettings("127.0.0.1", 0));
    }
}
