package chorus.run;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.broker.Cluster;
import chorus.broker.Topics;
import chorus.config.EpochSettings;
import chorus.config.Settings;
import chorus.embedded.Platform;
import chorus.experiment.sweep.KeptLists;
import chorus.run.whole.WholeRun;
import chorus.simulate.SimulatedPlan;
import chorus.verify.Verification;
import chorus.verify.Verifier;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a registry that classes of tests share; every run on them has a prefix of its own. */
@Timeout(240)
@ExtendWith(SharedPlatform.class)
abstract class OnAPlatform {
    @TempDir
    static Path directory;

    static Platform platform;
    private static String room;

    @BeforeAll
    static void enter(Platform shared, TestInfo test) {
        platform = shared;
        room = test.getTestClass().orElseThrow().getSimpleName();
    }

    /** The scenario on this platform, under a prefix of class and {@code name}. */
    static Scenario here(String name, Scenario scenario) {
        return scenario.with(
                "kafka.prefix=" + room + "-" + name + "-",
                "kafka.bootstrap=\"" + platform.bootstrap() + "\"",
                "kafka.registry=\"" + platform.registry() + "\"");
    }

    /** What is left of a run that has ended. */
    record Ended(String evaluations, PublishedCounts counts) {}

    /** Runs writers, topology and trainer to the plan's end; a naive recount must agree. */
    static Ended run(String name, Scenario scenario, Pace pace) throws InterruptedException {
        return run(name, scenario, pace, KeptLists.nowhere());
    }

    static Ended run(String name, Scenario scenario, Pace pace, KeptLists lists) throws InterruptedException {
        var settings = here(name, scenario).settings();
        var out = directory.resolve(name);
        try (var cluster = connect(settings)) {
            Topics.ensure(cluster, settings.kafka());
            var plan = SimulatedPlan.draw(settings);
            new WholeRun(
                            new Site(settings, cluster, new KeptRun(out, settings, lists), System::nanoTime),
                            plan,
                            out.resolve("stores"),
                            pace)
                    .run(new Stop(), stream -> {});
            var verified = verify(settings, cluster);
            assertThat(verified).satisfies(found -> {
                assertThat(found.first()).isEmpty();
                assertThat(found.differences()).isZero();
                assertThat(found.epochsCompared()).isEqualTo(found.lastEpoch() + 1);
                assertThat(found.lastEpoch()).isGreaterThanOrEqualTo(byClock(settings) ? 1 : plan.epochs() - 1);
            });
            return new Ended(KeptRun.evaluations(out), PublishedCounts.read(cluster, verified.lastEpoch()));
        }
    }

    private static boolean byClock(Settings settings) {
        return settings.epochs().by() == EpochSettings.By.clock;
    }

    static Cluster connect(Settings settings) {
        var kafka = settings.kafka();
        return Cluster.connect(kafka.bootstrap(), kafka.registry(), kafka.prefix());
    }

    static Verification verify(Settings settings, Cluster cluster) throws InterruptedException {
        return new Verifier(
                        cluster,
                        new Verifier.Scope(settings.state().window(), settings.heldOut(), settings.logRules()),
                        () -> false)
                .verify();
    }
}
