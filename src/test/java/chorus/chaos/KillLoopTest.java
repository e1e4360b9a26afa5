package chorus.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The long loop, in the profile chaos alone; docs/reliability.md tells its properties and takes its tables. */
@Tag("chaos")
class KillLoopTest {
    private static final int SEEDS = 1_000_000;

    @Test
    void whateverIsKilledARunGoesOnAndEndsAsIfNothingHadHappened() throws Exception {
        var seed = Long.getLong("chorus.chaos.seed", new SecureRandom().nextInt(SEEDS));
        int kills = Integer.getInteger("chorus.chaos.kills", 50);
        var modes = KillLoop.modes(System.getProperty("chorus.chaos.modes", "run,parts,cluster"));
        int stuck = Integer.getInteger("chorus.chaos.stuck", 240);
        assertThat(kills).as("chorus.chaos.kills").isPositive();
        KillLoop.run(new KillLoop.Wanted(seed, kills, modes, Duration.ofSeconds(stuck)), Path.of("target", "chaos"));
    }
}
