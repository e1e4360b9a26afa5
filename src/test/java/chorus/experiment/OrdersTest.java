package chorus.experiment;

import static chorus.experiment.Scenarios.course;
import static chorus.experiment.Scenarios.digest;
import static chorus.experiment.Scenarios.rows;
import static chorus.experiment.Scenarios.run;
import static chorus.experiment.Scenarios.small;
import static org.assertj.core.api.Assertions.assertThat;

import chorus.config.Settings;
import chorus.config.Sweep;
import chorus.config.Sweep.Variant;
import chorus.experiment.sweep.Held;
import chorus.experiment.sweep.Sweeping;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.simulate.Plans;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders come to: the same as settings that had it all from the start, and nothing in what was there before them. */
class OrdersTest {
    private static final String WORLDS =
            "worlds=[{name: twin}, {name: one, campaigns: [lift]}, {name: both, campaigns: [noise, front]}]";
    private static final String MINE = "{epoch: 2, order: AddWorld, world: mine}";
    /** Promotes the track that most playlists have, and knows all: every other collective's anchors and knowledge could be others. */
    private static final String LATE = "{epoch: 3, order: Start, campaign: late, strategy: InClust, budget: 20,"
            + " target: {rank: [1, 1]}, join: [0.5, 1], hold: 5, leave: [0.5, 0], world: mine}";

    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void whatWasThereBeforeIsAsItWouldBeWithoutThem(int seed) {
        var base = small("randomSeed=" + seed, WORLDS);
        var without = run(base);
        var with = run(small(
                "randomSeed=" + seed,
                WORLDS,
                orders(
                        MINE,
                        LATE,
                        "{epoch: 2, order: Start, campaign: beside, strategy: DirLoF, budget: 9, world: one}")));
        for (var epoch = 0; epoch < without.size(); epoch++) {
            assertThat(digest(with.get(epoch), "both")).isEqualTo(digest(without.get(epoch), "both"));
            assertThat(rows(with.get(epoch), "both")).isEqualTo(rows(without.get(epoch), "both"));
            assertThat(digest(with.get(epoch), "twin")).isEqualTo(digest(without.get(epoch), "twin"));
        }
        assertThat(with.getLast().counts().worlds()).hasSize(4);
        assertThat(digest(with.getLast(), "mine")).isNotEqualTo(digest(with.getLast(), "twin"));
        assertThat(digest(with.getLast(), "one")).isNotEqualTo(digest(without.getLast(), "one"));
    }

    /** Whoever is last in the list of campaigns is drawn last, so a list that has them from the start says the same. */
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2, 3})
    void aCampaignOfAnOrderIsThatOfSettingsWhichHaveItLast(int seed) {
        var organic =
                "campaigns=[{name: lift, strategy: DirLoF, budget: 12, start: 1, join: [0.5, 1], leave: [0.5, 0]}]";
        var late = "strategy: DirLoF, budget: 20, target: {new: song}, join: [0.5, 1], hold: 1, leave: [0.5, 0]";
        var ordered = run(small(
                "randomSeed=" + seed,
                organic,
                "worlds=[{name: twin}, {name: one, campaigns: [lift]}]",
                orders("{epoch: 2, order: Start, campaign: late, world: one, " + late + "}")));
        var listed = run(small(
                "randomSeed=" + seed,
                organic,
                "campaigns[1]={name: late, start: 2, " + late + "}",
                "worlds=[{name: twin}, {name: one, campaigns: [lift, late]}]"));
        for (var epoch = 0; epoch < listed.size(); epoch++) {
            assertThat(ordered.get(epoch).counts()).isEqualTo(listed.get(epoch).counts());
            // before the order lift is alone in its world
            assertThat(withoutInterference(ordered.get(epoch))).isEqualTo(withoutInterference(listed.get(epoch)));
        }
        assertThat(course(ordered, "one", "late")).hasSize(5);
    }

    /** Two epochs earlier than the hold would have ended. */
    @ParameterizedTest(name = "randomSeed {0}")
    @ValueSource(ints = {1, 2})
    void anEndTakesBackByTheSharesOfTheCampaignOrLeavesEverything(int seed) {
        var twoWorlds = "worlds=[{name: twin}, {name: one, campaigns: [a]}]";
        var campaign = "campaigns=[{name: a, strategy: DirLoF, budget: 20, start: 1, hold: %d, leave: %s}]";
        var held = small("randomSeed=" + seed, campaign.formatted(1, "[0.5, 0]"), twoWorlds);
        var ended = small(
                "randomSeed=" + seed,
                campaign.formatted(5, "[0.5, 0]"),
                twoWorlds,
                orders("{epoch: 3, order: End, campaign: a}"));
        assertThat(run(ended)).usingRecursiveComparison().isEqualTo(run(held));
        var atOnce = run(small(
                "randomSeed=" + seed,
                campaign.formatted(0, "[]"),
                twoWorlds,
                orders("{epoch: 3, order: End, campaign: a, plants: back}")));
        assertThat(members(atOnce, "a")).containsExactly(20L, 20L, 0L, 0L, 0L, 0L);
        var stays = run(small(
                "randomSeed=" + seed,
                "campaigns=[{name: a, strategy: DirLoF, budget: 20, start: 1, join: [0.25, 0.5, 0.75, 1], hold: 0, leave: [0]}]",
                twoWorlds,
                orders("{epoch: 3, order: End, campaign: a, plants: stay}")));
        // nobody joins any more; a few have their playlist deleted
        assertThat(members(stays, "a").subList(0, 2)).containsExactly(5L, 10L);
        assertThat(members(stays, "a").subList(2, 6)).allMatch(members -> members <= 10 && members >= 6);
    }

    @Test
    void aWorldIsShownFromItsEpochOnAndEqualsTheTwinUntilACampaignStartsThere() {
        var rounds = run(small(WORLDS, orders(MINE, LATE)));
        for (var round : rounds) {
            var epoch = round.generation().generation();
            assertThat(rows(round, "mine").isEmpty()).isEqualTo(epoch < 2);
            if (epoch < 3) {
                assertThat(digest(round, "mine")).isEqualTo(digest(round, "twin"));
            } else {
                assertThat(digest(round, "mine")).isNotEqualTo(digest(round, "twin"));
            }
        }
        assertThat(rows(rounds.get(2), "mine")).singleElement().satisfies(row -> {
            assertThat(row.campaign()).isEmpty();
            assertThat(row.figures())
                    .isEqualTo(rows(rounds.get(2), "twin").getFirst().figures());
        });
    }

    /** That a later order brings another campaign there must not show before its epoch. */
    @Test
    void interferenceIsKnownUntilAWorldHasAnotherCampaign() {
        var twoWorlds = "worlds=[{name: twin}, {name: one, campaigns: [lift]}, {name: all, campaigns: [lift, noise]}]";
        var later = "{epoch: 4, order: Start, campaign: more, strategy: Random, budget: 5, world: one}";
        var rounds = run(small(twoWorlds, orders(later)));
        for (var row : course(rounds, "all", "lift")) {
            var known = row.effect().figures().values().containsKey("interference");
            assertThat(known && row.generation() >= 4).isFalse();
        }
        var without = course(run(small(twoWorlds)), "all", "lift");
        assertThat(course(rounds, "all", "lift").subList(0, 3)).isEqualTo(without.subList(0, 3));
    }

    @ParameterizedTest(name = "{0} writers")
    @ValueSource(ints = {1, 2, 3})
    void comeToTheSameWhateverTheNumberOfWritersAndWhenTheyHear(int writers) {
        var orders = List.of(
                MINE,
                LATE,
                "{epoch: 3, order: End, campaign: lift, plants: stay}",
                "{epoch: 5, order: End, campaign: late}");
        var all = small(WORLDS, "simulate.writers=" + writers, orders(orders.toArray(String[]::new)));
        var base = all.ordered(List.of());
        var plan = SimulatedPlan.draw(base);
        for (var number = 0; number < writers; number++) {
            var fromTheStart = written(all, plan, number, List.of(), List.of());
            // each in the epoch before it holds, and all at once in the second
            assertThat(written(base, plan, number, List.of(1L, 2L, 4L), List.of(1, 3, 4)))
                    .isEqualTo(fromTheStart);
            assertThat(written(base, plan, number, List.of(1L), List.of(4))).isEqualTo(fromTheStart);
        }
        var one = small(WORLDS, orders(orders.toArray(String[]::new)));
        assertThat(run(all)).usingRecursiveComparison().isEqualTo(run(one));
    }

    /** What a writer gives that hears of the first {@code known} orders before an epoch. */
    private static List<Object> written(
            Settings base, SimulatedPlan plan, int number, List<Long> before, List<Integer> known) {
        var all = small(
                        WORLDS,
                        orders(
                                MINE,
                                LATE,
                                "{epoch: 3, order: End, campaign: lift, plants: stay}",
                                "{epoch: 5, order: End, campaign: late}"))
                .orders();
        var writer = Writer.of(base, plan, number);
        var log = new Log(new ArrayList<>());
        for (var epoch = 0L; epoch < plan.epochs(); epoch++) {
            for (var i = 0; i < before.size(); i++) {
                if (before.get(i) == epoch) {
                    writer.order(base.ordered(all.subList(0, known.get(i))));
                }
            }
            writer.write(epoch, log);
        }
        return log.entries;
    }

    private record Log(List<Object> entries) implements EditSink {
        @Override
        public void track(Track track) {
            entries.add(track);
        }

        @Override
        public void campaign(Campaign campaign) {
            entries.add(campaign);
        }

        @Override
        public void edit(PlaylistEdit edit) {
            entries.add(edit);
        }

        @Override
        public void endEpoch(EpochEnded mark) {
            entries.add(mark);
        }
    }

    /** Variants with the same orders are worlds beside one twin; each comes to what it would have come to alone. */
    @Test
    void aSweepHasThemInEveryVariant() throws InterruptedException {
        var variants = new ArrayList<Variant>();
        for (var budget : List.of("12", "24")) {
            var settings = small(WORLDS, "campaigns[0].budget=" + budget, orders(MINE, LATE));
            variants.add(new Variant(List.of(budget), settings));
        }
        var swept = Sweeping.run(new Sweep(List.of("campaigns[0].budget"), variants), new Plans.Simulated(), _ -> {});
        for (var i = 0; i < 2; i++) {
            var settings = variants.get(i).settings();
            var alone = run(settings).stream()
                    .flatMap(round -> round.detailed().stream())
                    .toList();
            var expected = Held.of(settings, SimulatedPlan.draw(settings), alone);
            assertThat(swept.get(i).held()).usingRecursiveComparison().isEqualTo(expected);
            assertThat(expected).extracting(Held::world).contains("mine");
        }
    }

    private static List<EvaluationRow> withoutInterference(Round round) {
        return round.evaluations().stream()
                .map(row -> {
                    var effect = row.effect();
                    var figures = new HashMap<>(effect.figures().values());
                    figures.remove("interference");
                    return new EvaluationRow(
                            row.generation(),
                            row.world(),
                            row.campaign(),
                            row.recommender(),
                            row.testPlaylists(),
                            new Effect(
                                    effect.members(),
                                    effect.alpha(),
                                    effect.hits(),
                                    effect.twinHits(),
                                    new Figures(figures)),
                            row.figures());
                })
                .toList();
    }

    private static List<Long> members(List<Round> rounds, String campaign) {
        return course(rounds, "one", campaign).stream()
                .sorted(Comparator.comparingLong(EvaluationRow::generation))
                .map(row -> row.effect().members())
                .toList();
    }

    private static String orders(String... orders) {
        return "orders=[" + String.join(", ", orders) + "]";
    }
}
