package chorus.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole rounds are found again, and told in tables. */
class LedgerTest {
    private static final List<Ledger.Kill> FIRST =
            List.of(kill(1, Victim.RUN, 12_000), kill(1, Victim.EVERYTHING, 20_500), kill(1, Victim.RUN, 14_000));
    private static final List<Ledger.Kill> SECOND =
            List.of(kill(2, Victim.BROKER, 1_000), kill(2, Victim.BROKER, 0), kill(2, Victim.RUN, 30_000));

    @TempDir
    private Path directory;

    /** @param back milliseconds; 0 for none */
    private static Ledger.Kill kill(int round, Victim victim, long back) {
        return new Ledger.Kill(
                round, victim, "an epoch closing", 3, back == 0 ? OptionalLong.empty() : OptionalLong.of(back));
    }

    private Ledger written() throws Exception {
        var ledger = Ledger.in(directory);
        ledger.add(new Ledger.Ended(1, Mode.RUN, 3, 1, 0, 2, 90), FIRST);
        ledger.add(new Ledger.Ended(2, Mode.CLUSTER, 3, 0, 4, 1, 110), SECOND);
        return ledger;
    }

    @Test
    void anotherLoopFindsWhatTheFirstHasKept() throws Exception {
        var kept = written();
        var found = Ledger.in(directory);
        assertThat(found.rounds()).isEqualTo(kept.rounds()).hasSize(2);
        assertThat(found.kills()).isEqualTo(kept.kills()).hasSize(6);
    }

    @Test
    void theTablesTellKillsAndRestarts() throws Exception {
        var ledger = written();
        assertThat(new ClosingTable(ledger.rounds(), ledger.kills()).lines())
                // 12, 14 and 30 s: the median is 14
                .contains("| run | 3 | 14.0 | 30.0 |")
                .contains("| broker | 2 | 1.0 | 1.0 |")
                // 1, 12, 14, 20.5 and 30 s
                .contains("| all | 6 | 14.0 | 30.0 |")
                .contains("| run | 1 | 3 | 1 | 0 | 2 |")
                .contains("| cluster | 1 | 3 | 0 | 4 | 1 |")
                .contains("| all | 2 | 6 | 1 | 4 | 3 |");
    }
}
