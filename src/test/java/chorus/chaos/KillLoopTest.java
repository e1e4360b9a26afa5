package chorus.chaos;

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
        var seed = Asked.number("chorus.chaos.seed", new SecureRandom().nextInt(SEEDS), 0);
        var kills = (int) Asked.number("chorus.chaos.kills", 50, 1);
        var modes = Asked.modes("chorus.chaos.modes", Mode.values());
        var stuck = Duration.ofSeconds(Asked.number("chorus.chaos.stuck", 240, 1));
        KillLoop.run(new KillLoop.Wanted(seed, kills, modes, stuck), Path.of("target", "chaos"));
    }
}
