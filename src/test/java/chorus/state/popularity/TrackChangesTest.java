package chorus.state.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.playlist.World;
import chorus.state.cooccurrence.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrackChangesTest {
    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @Test
    void changesOfOneTrackAreSummedByWorld() {
        var changes = new TrackChanges();
        changes.accept(3, 1, World.BOTH);
        changes.accept(3, 1, World.FACTUAL);
        changes.accept(3, -1, World.COUNTERFACTUAL);
        changes.accept(4, -1, World.BOTH);
        // track 3: 1+1 and 1−1; track 4: −1 in both
        var seen = new HashMap<Integer, Map<String, Integer>>();
        changes.forEach((track, factual, counterfactual) -> seen.put(track, Map.of("f", factual, "c", counterfactual)));
        assertThat(seen).isEqualTo(Map.of(3, Map.of("f", 2, "c", 0), 4, Map.of("f", -1, "c", -1)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void packedCountsKeepTheirSigns(long seed) {
        var random = new Random(seed);
        var factual = random.nextInt();
        var counterfactual = random.nextInt();
        var packed = TrackChanges.pack(factual, counterfactual);
        assertThat(TrackChanges.factual(packed)).isEqualTo(factual);
        assertThat(TrackChanges.counterfactual(packed)).isEqualTo(counterfactual);
        assertThat(TrackChanges.plus(packed, -factual, -counterfactual)).isZero();
    }

    @Test
    void theTallyFollowsTracksThatComeAndGo() {
        var tally = Tally.empty();
        tally.track(1, 0, 2, 0, 1);
        tally.track(2, 0, 1, 0, 0);
        assertThat(tally.factual().tracks()).isEqualTo(2);
        assertThat(tally.counterfactual().tracks()).isEqualTo(1);
        tally.track(1, 2, 0, 1, 0);
        tally.track(2, 1, 0, 0, 0);
        assertThat(tally.factual()).isEqualTo(Tally.empty().factual());
        assertThat(tally.counterfactual()).isEqualTo(Tally.empty().counterfactual());
    }
}
