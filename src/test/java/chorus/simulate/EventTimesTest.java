package chorus.simulate;

import static chorus.simulate.SomeSettings.campaign;
import static chorus.simulate.SomeSettings.world;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.CampaignSettings.Strategy;
import chorus.playlist.Change;
import chorus.playlist.PlaylistEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No time of an edit tells whether it is one of a collective. */
class EventTimesTest {
    private static final long HOUR = 3_600_000L;
    private static final int EPOCHS = 9;

    /** An edit with what is to be known of its times: those of its listener's edits in one world, in their order. */
    private record Timed(PlaylistEdit edit, List<PlaylistEdit> all, int at) {
        double hour() {
            return edit.eventTime() / HOUR % 24;
        }

        double sinceTheOneBefore() {
            return edit.eventTime() - all.get(at - 1).eventTime();
        }

        double untilTheNext() {
            return at + 1 < all.size() ? all.get(at + 1).eventTime() - edit.eventTime() : Double.MAX_VALUE;
        }

        double rank() {
            var rank = 0;
            while (isOfOneSession(at - rank - 1, at - rank)) {
                rank++;
            }
            return rank;
        }

        double editsOfTheSession() {
            var last = at;
            while (last + 1 < all.size() && isOfOneSession(last, last + 1)) {
                last++;
            }
            return rank() + 1 + last - at;
        }

        /** As one would say who only sees the times. */
        private boolean isOfOneSession(int one, int next) {
            return one >= 0 && all.get(next).eventTime() - all.get(one).eventTime() < HOUR / 2;
        }
    }

    private static final Map<String, ToDoubleFunction<Timed>> STATISTICS = Map.of(
            "hour", Timed::hour,
            "milliseconds since the edit before", Timed::sinceTheOneBefore,
            "milliseconds until the next edit", Timed::untilTheNext,
            "rank in the session", Timed::rank,
            "edits of the session", Timed::editsOfTheSession);

    /** 3,000 playlists; 600 members of one campaign, who join in five steps and leave in three. */
    private static List<Timed> edits(long seed, double change) {
        var joining = campaign(
                "lift", new Strategy.DirLoF(), 600, 1, List.of(0.2, 0.4, 0.6, 0.8, 1.0), 0, List.of(0.6, 0.3, 0.0));
        var some = SomeSettings.of(seed, 3000, EPOCHS).change(change).with(joining);
        var timed = new ArrayList<Timed>();
        for (var all : Recorded.run(some.worlds(world("twin"), world("lift", "lift")))
                .byPlaylist()
                .values()) {
            for (var i = 0; i < all.size(); i++) {
                if (all.get(i).epoch() > 0) {
                    timed.add(new Timed(all.get(i), all, i));
                }
            }
        }
        return timed;
    }

    @ParameterizedTest(name = "randomSeed {0}, changePerEpoch {1}")
    @CsvSource({"1, 0.02", "2, 0.02", "3, 0.02", "4, 0.02", "5, 0.05"})
    void noStatisticOfTimeTellsPlantsFromOrganicEditsOfTheirKind(long seed, double change) {
        var all = edits(seed, change);
        for (var kind : List.of(Change.Inserted.class, Change.Removed.class)) {
            Predicate<Timed> ofKind = timed -> kind.isInstance(timed.edit.change());
            var planted = all.stream()
                    .filter(ofKind.and(timed -> timed.edit.campaign() != null))
                    .toList();
            var organic = all.stream()
                    .filter(ofKind.and(timed -> timed.edit.campaign() == null))
                    .toList();
            assertThat(planted.size()).isGreaterThan(550);
            STATISTICS.forEach((name, statistic) -> assertThat(auc(planted, organic, statistic))
                    .as("AUC of the %s of %s", name, kind.getSimpleName())
                    .isBetween(0.45, 0.55));
        }
    }

    /** How often the statistic of a planted edit is above that of an organic one; a half where they are equal (Mann and Whitney 1947). */
    private static double auc(List<Timed> planted, List<Timed> organic, ToDoubleFunction<Timed> statistic) {
        var others = organic.stream().mapToDouble(statistic).sorted().toArray();
        return planted.stream()
                .mapToDouble(statistic)
                .map(value -> (below(others, value) + below(others, Math.nextUp(value))) / 2.0 / others.length)
                .average()
                .orElseThrow();
    }

    /** How many are less. */
    private static int below(double[] ascending, double value) {
        var from = 0;
        var to = ascending.length;
        while (from < to) {
            var middle = (from + to) / 2;
            if (ascending[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Test
    void theMeasureTellsWhatIsApart() {
        var some = edits(1, 0.02).subList(0, 500);
        ToDoubleFunction<Timed> early = timed -> timed.hour() < 12 ? timed.hour() : 100;
        assertThat(auc(some, some, early)).isBetween(0.4999, 0.5001);
        var night = some.stream().filter(timed -> timed.hour() < 12).toList();
        var day = some.stream().filter(timed -> timed.hour() >= 12).toList();
        assertThat(auc(day, night, Timed::hour)).isEqualTo(1);
        assertThat(auc(night, day, Timed::hour)).isZero();
    }

    /** A round clock, with few edits at night and most in the evening; the weights' own share of 18 to 22 h is .32, of 2 to 6 h .03. */
    @Test
    void organicEditsFollowADailyCurve() {
        var hours = edits(1, 0.02).stream()
                .filter(timed -> timed.edit.campaign() == null)
                .collect(Collectors.groupingBy(timed -> (int) timed.hour(), Collectors.counting()));
        var all = hours.values().stream().mapToLong(n -> n).sum();
        assertThat(hours).hasSize(24);
        assertThat(share(hours, all, 18, 22)).isBetween(0.26, 0.36);
        assertThat(share(hours, all, 2, 6)).isBetween(0.01, 0.06);
    }

    private static double share(Map<Integer, Long> hours, long all, int from, int to) {
        return DoubleStream.iterate(from, hour -> hour < to, hour -> hour + 1)
                        .map(hour -> hours.getOrDefault((int) hour, 0L))
                        .sum()
                / all;
    }

    /** What a listener does for a campaign lies within their own session of that day, where they have one. */
    @Test
    void plantsLieInTheirMembersOwnSessions() {
        var own = edits(2, 0.05).stream()
                .filter(timed -> timed.edit.campaign() != null)
                .filter(timed -> timed.all.stream()
                        .anyMatch(other -> other.campaign() == null && other.epoch() == timed.edit.epoch()))
                .toList();
        assertThat(own.size()).isGreaterThan(800);
        assertThat(own)
                .allSatisfy(timed -> assertThat(timed.editsOfTheSession()).isGreaterThan(1));
    }

    @Test
    void theLogIsInTheOrderOfTimesThroughoutAnEpoch() {
        var some = SomeSettings.of(3, 300, 3)
                .with(campaign("lift", new Strategy.Random(), 40, 1, List.of(1.0), 0, List.of(0.0)));
        var byEpoch = Recorded.run(some).edits().stream()
                .filter(edit -> edit.epoch() > 0)
                .collect(Collectors.groupingBy(PlaylistEdit::epoch));
        assertThat(byEpoch).hasSize(3);
        byEpoch.values()
                .forEach(edits ->
                        assertThat(edits).extracting(PlaylistEdit::eventTime).isSorted());
    }
}
