package chorus.simulate;

import chorus.config.CampaignSettings;
import chorus.config.CampaignSettings.Strategy;
import chorus.config.EpochSettings;
import chorus.config.KafkaSettings;
import chorus.config.RecommendSettings;
import chorus.config.Settings;
import chorus.config.Settings.EvaluateSettings.Members;
import chorus.config.Settings.ServeSettings.KafkaMetrics;
import chorus.config.Settings.ServeSettings.Page;
import chorus.config.SettingsLoader;
import chorus.config.SimulateSettings;
import chorus.config.SomePooling;
import chorus.config.WorldsSettings;
import chorus.config.collective.Knows;
import chorus.config.collective.Noise;
import chorus.config.collective.Target;
import chorus.config.stream.StreamSettings;
import chorus.playlist.HeldOut;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        double lengthLogMean,
        int fillEpochs,
        EpochSettings.By by,
        List<CampaignSettings> campaigns,
        WorldsSettings worlds) {

    static SomeSettings of(long seed, int playlists, int epochs) {
        return new SomeSettings(
                seed,
                playlists,
                epochs,
                0.02,
                1,
                0,
                3.95,
                10,
                EpochSettings.By.simulator,
                List.of(),
                new WorldsSettings.Listed(List.of()));
    }

    static CampaignSettings campaign(
            String name, Strategy strategy, int budget, int start, List<Double> join, int hold, List<Double> leave) {
        return new CampaignSettings(
                name,
                strategy,
                Optional.empty(),
                OptionalInt.of(budget),
                OptionalDouble.empty(),
                Optional.empty(),
                start,
                join,
                hold,
                leave,
                Optional.empty(),
                Optional.empty());
    }

    static CampaignSettings promoting(CampaignSettings c, Target target) {
        return copy(c, Optional.of(target), c.budget(), c.alpha(), c.members(), c.knowledge(), c.noise());
    }

    static CampaignSettings following(CampaignSettings c, String other) {
        return copy(
                c,
                c.target(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.of(other),
                c.knowledge(),
                c.noise());
    }

    static CampaignSettings knowing(CampaignSettings c, Knows what) {
        return copy(c, c.target(), c.budget(), c.alpha(), c.members(), Optional.of(what), c.noise());
    }

    static CampaignSettings noisy(CampaignSettings c, Noise noise) {
        return copy(c, c.target(), c.budget(), c.alpha(), c.members(), c.knowledge(), Optional.of(noise));
    }

    private static CampaignSettings copy(
            CampaignSettings c,
            Optional<Target> target,
            OptionalInt budget,
            OptionalDouble alpha,
            Optional<String> members,
            Optional<Knows> knowledge,
            Optional<Noise> noise) {
        return new CampaignSettings(
                c.name(),
                c.strategy(),
                target,
                budget,
                alpha,
                members,
                c.start(),
                c.join(),
                c.hold(),
                c.leave(),
                knowledge,
                noise);
    }

    static WorldsSettings.Named world(String name, String... campaigns) {
        return new WorldsSettings.Named(name, List.of(campaigns));
    }

    SomeSettings change(double share) {
        return new SomeSettings(
                seed, playlists, epochs, share, writers, hitShare, lengthLogMean, fillEpochs, by, campaigns, worlds);
    }

    SomeSettings writers(int number) {
        return new SomeSettings(
                seed, playlists, epochs, change, number, hitShare, lengthLogMean, fillEpochs, by, campaigns, worlds);
    }

    SomeSettings hits(double share) {
        return new SomeSettings(
                seed, playlists, epochs, change, writers, share, lengthLogMean, fillEpochs, by, campaigns, worlds);
    }

    SomeSettings lengths(double logMean) {
        return new SomeSettings(
                seed, playlists, epochs, change, writers, hitShare, logMean, fillEpochs, by, campaigns, worlds);
    }

    SomeSettings fillEpochs(int number) {
        return new SomeSettings(
                seed, playlists, epochs, change, writers, hitShare, lengthLogMean, number, by, campaigns, worlds);
    }

    SomeSettings by(EpochSettings.By cut) {
        return new SomeSettings(
                seed, playlists, epochs, change, writers, hitShare, lengthLogMean, fillEpochs, cut, campaigns, worlds);
    }

    SomeSettings with(CampaignSettings... some) {
        return new SomeSettings(
                seed,
                playlists,
                epochs,
                change,
                writers,
                hitShare,
                lengthLogMean,
                fillEpochs,
                by,
                List.of(some),
                worlds);
    }

    SomeSettings worlds(WorldsSettings some) {
        return new SomeSettings(
                seed, playlists, epochs, change, writers, hitShare, lengthLogMean, fillEpochs, by, campaigns, some);
    }

    SomeSettings worlds(WorldsSettings.Named... some) {
        return worlds(new WorldsSettings.Listed(List.of(some)));
    }

    Settings settings() {
        var catalogue = new SimulateSettings.Catalogue(16, 6, 0.6, 0.8, 0.62, 4.0, 0.40, 2.0, hitShare, 100);
        var listeners = new SimulateSettings.Listeners(0.90, 0.25, 0.15, 0.20, 0.85, lengthLogMean, 1.0, 5, 250);
        return new Settings(
                "test",
                seed,
                new SimulateSettings(playlists, epochs, change, writers, 2000, catalogue, listeners),
                new Settings.ReplaySettings(fillEpochs, 0),
                campaigns,
                worlds,
                0,
                List.of(),
                new EpochSettings(by, 1, Duration.ofSeconds(5)),
                new Settings.StateSettings(10),
                List.of(new RecommendSettings(
                        "", new RecommendSettings.PooledNN(SomePooling.of(1, 0.3, 5, 1, 0.9)), 500)),
                new Settings.EvaluateSettings("randomSeed", 0.1, 20, HeldOut.Tests.living, 0.8, Members.none),
                new KafkaSettings("", "", "chorus-", 4, (short) 1, Duration.ofMinutes(1)),
                new StreamSettings(
                        2,
                        "exactly_once_v2",
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10),
                        0,
                        1L << 28,
                        1L << 25,
                        500_000,
                        512,
                        Duration.ofMillis(200)),
                new Settings.ServeSettings("127.0.0.1", 0, KafkaMetrics.main, Page.none, 0),
                SettingsLoader.load(Optional.empty(), List.of()).altruism());
    }
}
