package chorus.state.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import chorus.ratings.RatedEntry;
import chorus.ratings.RatedMark;
import chorus.ratings.RatedRow;
import chorus.ratings.RatedUser;
import chorus.ratings.Rating;
import chorus.ratings.Rating.Kind;
import chorus.ratings.RatingRules;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.state.Place;
import chorus.state.bytes.HeapStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingStageTest {
    private static final List<String> WORLDS = List.of("twin", "a", "b");
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final RatingRules RULES = new RatingRules(1, 20, 15, WORLDS);

    private final HeapStore<Integer> rated = HeapStore.empty();
    private final HeapStore<String> ledger = HeapStore.empty();
    private final List<RatedEntry> published = new ArrayList<>();
    private RatingStage stage = begun();

    private RatingStage begun() {
        return new RatingStage(new RatingStores(rated, ledger), RULES, new Place(0, 1, WORLDS), published::add);
    }

    /** Rows of each round are what a plain fold knows of who changed in it, and its digests a sum over all; restarts change nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void publishesWhatAPlainFoldKnows(long seed) {
        var random = new SplittableRandom(seed);
        var known = new HashMap<Integer, RatedRow[]>();
        var sequences = new HashMap<Integer, Long>();
        for (var round = 0; round < 6; round++) {
            var changed = new TreeMap<Integer, RatedRow[]>();
            for (var n = 0; n < 60; n++) {
                var user = random.nextInt(20);
                var rating = new Rating(
                        round, user, random.nextInt(15), random.nextDouble(), KINDS.get(random.nextInt(KINDS.size())));
                var world = random.nextInt(4);
                var rows = known.computeIfAbsent(
                        user, _ -> new RatedRow[] {new RatedRow(), new RatedRow(), new RatedRow()});
                for (var w = 0; w < 3; w++) {
                    if (world == 3 || world == w) {
                        rows[w].apply(rating);
                    }
                }
                changed.put(user, rows);
                var sequence = sequences.merge(user, 1L, Long::sum);
                assertThat(stage.take(new Said(rating, sequence, world == 3 ? null : WORLDS.get(world))))
                        .isNull();
                if (random.nextInt(10) == 0) {
                    stage.save();
                    stage = begun();
                }
            }
            published.clear();
            assertThat(stage.end(new RoundEnded(round, 0, 1))).isNull();
            requireRows(changed);
            requireMark(round, known);
        }
    }

    private void requireRows(Map<Integer, RatedRow[]> changed) {
        var users = published.stream()
                .filter(RatedUser.class::isInstance)
                .map(RatedUser.class::cast)
                .toList();
        assertThat(users.stream().map(RatedUser::user)).containsExactlyElementsOf(changed.keySet());
        for (var user : users) {
            for (var world = 0; world < 3; world++) {
                assertThat(shown(user.in(world)))
                        .isEqualTo(shown(changed.getOrDefault(user.user(), new RatedRow[0])[world]));
            }
        }
    }

    private void requireMark(int round, Map<Integer, RatedRow[]> known) {
        assertThat(published.getLast()).isInstanceOfSatisfying(RatedMark.class, mark -> {
            assertThat(mark.round()).isEqualTo(round);
            assertThat(mark.applied()).isEqualTo(60L * (round + 1));
            for (var world = 0; world < 3; world++) {
                var digest = 0L;
                var pairs = 0L;
                for (var user : known.entrySet()) {
                    for (var item : shown(user.getValue()[world]).entrySet()) {
                        digest += RatedMark.term(user.getKey(), item.getKey(), item.getValue());
                        pairs++;
                    }
                }
                assertThat(mark.worlds().get(world)).isEqualTo(new RatedMark.OfWorld(WORLDS.get(world), digest, pairs));
            }
        });
    }

    private static Map<Integer, Double> shown(RatedRow row) {
        var shown = new TreeMap<Integer, Double>();
        for (var n = 0; n < row.size(); n++) {
            shown.put(row.item(n), row.value(n));
        }
        return shown;
    }

    @Test
    void whatDoesNotFollowIsRefusedAndMovesNothing() {
        assertThat(said(0, 1)).isNull();
        assertThat(said(0, 1)).isEqualTo("sequence-repeated");
        assertThat(said(0, 3)).isEqualTo("sequence-gap");
        assertThat(said(0, Long.MAX_VALUE)).isEqualTo("sequence-gap");
        assertThat(said(1, 2)).isEqualTo("round-not-open");
        assertThat(said(0, 2)).isNull();
        assertThat(stage.end(new RoundEnded(0, 0, 1))).isNull();
        assertThat(stage.end(new RoundEnded(0, 0, 1))).isEqualTo("ended-before");
        assertThat(stage.end(new RoundEnded(5000, 0, 1))).isEqualTo("epoch-too-far");
        assertThat(said(0, 3)).isEqualTo("round-ended");
        assertThat(stage.end(new RoundEnded(1, 0, 1))).isNull();
        assertThat(published.getLast()).isInstanceOfSatisfying(RatedMark.class, mark -> {
            assertThat(mark.applied()).isEqualTo(2);
            assertThat(mark.refused()).isEqualTo(7);
        });
    }

    private @Nullable String said(int round, long sequence) {
        return stage.take(new Said(new Rating(round, 3, 4, .5, Kind.EXPLORED), sequence, null));
    }
}
