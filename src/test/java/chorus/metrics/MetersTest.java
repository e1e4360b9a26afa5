package chorus.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.cli.Promtool;
import chorus.evaluate.Measures;
import chorus.evaluate.amplification.Amplification;
import chorus.evaluate.amplification.Interference;
import chorus.rows.SomeFigures;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetersTest {
    private static final String TWIN = "counterfactual";
    private static final GenerationRow GENERATION = new GenerationRow(7, "PooledNN", 1000, 2, 90, 10, 500, 4000, "");

    @Test
    void aGenerationAndItsEvaluationsAreShown() {
        try (var meters = new Meters(Part.all())) {
            meters.publish(GENERATION, List.of(row("factual", 4, 0.1), row(TWIN, 1, 0)), TWIN);
            assertThat(meters.scrape().lines())
                    .contains("chorus_generation 7.0", "chorus_edits 1000.0", "chorus_edits_refused 2.0")
                    .contains("chorus_generations_total{outcome=\"trained\"} 1.0")
                    .contains("chorus_alpha_ratio{campaign=\"lift\",world=\"factual\"} 0.1")
                    .contains(
                            "chorus_campaign_hits_playlists{campaign=\"lift\",recommender=\"PooledNN\",world=\"factual\"} 4.0")
                    // 4 of 10 tests
                    .contains(
                            "chorus_campaign_hit_ratio{campaign=\"lift\",recommender=\"PooledNN\",world=\"factual\"} 0.4")
                    .contains(
                            "chorus_amplification{campaign=\"lift\",reading=\"playlist\",recommender=\"PooledNN\",world=\"factual\"} 3.0")
                    .contains("chorus_ndcg{recommender=\"PooledNN\",world=\"counterfactual\"} 0.3")
                    .contains("chorus_gini{of=\"artists\",recommender=\"PooledNN\",world=\"factual\"} 0.8");
        }
    }

    @Test
    void whatACampaignGainsIsShownWhereItHappensAndItsHitsInTheTwinToo() {
        try (var meters = new Meters(Part.all())) {
            meters.publish(GENERATION, List.of(row("a", 4, 0.1), row("b", 2, 0.1), row(TWIN, 1, 0)), TWIN);
            assertThat(meters.scrape().lines())
                    .contains("chorus_campaign_members_playlists{campaign=\"lift\",world=\"a\"} 9.0")
                    .contains("chorus_campaign_members_playlists{campaign=\"lift\",world=\"b\"} 9.0")
                    .contains("chorus_interference{campaign=\"lift\",recommender=\"PooledNN\",world=\"b\"} -0.5")
                    .contains(
                            "chorus_campaign_hits_playlists{campaign=\"lift\",recommender=\"PooledNN\",world=\"counterfactual\"} 1.0")
                    .noneMatch(line -> line.startsWith("chorus_alpha") && line.contains(TWIN));
        }
    }

    @Test
    void eachRecommenderHasItsSeries() {
        try (var meters = new Meters(Part.all())) {
            var row = row("factual", 4, 0.1);
            var wide = new EvaluationRow(
                    7, "factual", "lift", "wide", 10, row.effect(), SomeFigures.accuracy(0, 0, 1, 0, 0, 0));
            meters.publish(GENERATION, List.of(row, wide), TWIN);
            assertThat(meters.scrape().lines())
                    .contains("chorus_ndcg{recommender=\"PooledNN\",world=\"factual\"} 0.3")
                    .contains("chorus_ndcg{recommender=\"wide\",world=\"factual\"} 1.0");
        }
    }

    @Test
    void anUndefinedValueHasNoSeriesEvenIfItHadOneBefore() {
        try (var meters = new Meters(Part.all())) {
            meters.publish(GENERATION, List.of(row("factual", 4, 0.1)), TWIN);
            assertThat(meters.scrape()).contains("reading=\"playlist\"").doesNotContain("reading=\"frequency\"");
            meters.publish(GENERATION, List.of(row("factual", 0, 0)), TWIN);
            assertThat(meters.scrape()).doesNotContain("chorus_amplification{");
            meters.publish(GENERATION, List.of(row("factual", 4, 0.1)), TWIN);
            assertThat(meters.scrape())
                    .contains(
                            "chorus_amplification{campaign=\"lift\",reading=\"playlist\",recommender=\"PooledNN\",world=\"factual\"} 3.0");
        }
    }

    @Test
    void whatAPartCountsIsThereFromTheBeginning() {
        try (var meters = new Meters(EnumSet.of(Part.TOPOLOGY))) {
            assertThat(meters.scrape().lines())
                    .contains("chorus_epochs_closed_total 0.0", "chorus_records_refused_total 0.0")
                    .contains("chorus_restore_left_changes 0.0", "chorus_transactions_hanging_total 0.0")
                    .noneMatch(line -> line.startsWith("chorus_generations"));
        }
        try (var meters = new Meters(EnumSet.of(Part.TRAINER))) {
            assertThat(meters.scrape().lines())
                    .contains("chorus_generations_total{outcome=\"trained\"} 0.0")
                    .contains("chorus_generations_total{outcome=\"skipped\"} 0.0")
                    .contains("chorus_retrain_duration_seconds_count 0")
                    .noneMatch(line -> line.startsWith("chorus_records"));
        }
    }

    @Test
    void aSkippedGenerationIsCountedAndTellsNothingElse() {
        try (var meters = new Meters(EnumSet.of(Part.TRAINER))) {
            meters.publish(GENERATION, List.of(), TWIN);
            meters.skipped(new GenerationRow(8, "PooledNN", 0, 0, 0, 0, 0, 0, "no trainer"));
            assertThat(meters.scrape().lines())
                    .contains("chorus_generation 8.0", "chorus_edits 1000.0")
                    .contains("chorus_generations_total{outcome=\"skipped\"} 1.0");
        }
    }

    @Test
    void prometheusShowsEveryMeterUnderTheNameOfThePage() {
        try (var meters = new Meters(Part.all())) {
            for (var meter : Metered.all()) {
                touch(meters, meter);
            }
            var typed = Pattern.compile("# TYPE (\\S+) (\\S+)").matcher(meters.scrape());
            var shown = typed.results().map(r -> r.group(1)).collect(Collectors.toSet());
            for (var meter : Metered.all()) {
                assertThat(shown).contains(MeterPage.prometheus(meter));
            }
        }
    }

    @Test
    void bothFormatsTellTheSameSeries() {
        try (var meters = new Meters(Part.all())) {
            meters.publish(GENERATION, List.of(row("factual", 4, 0.1)), TWIN);
            meters.record(Meter.RETRAIN, Duration.ofMillis(70));
            var open = meters.scrape("application/openmetrics-text; version=1.0.0; charset=utf-8");
            assertThat(open).endsWith("# EOF\n").contains("# TYPE chorus_epochs counter\n");
            assertThat(meters.scrape()).doesNotContain("# EOF").contains("# TYPE chorus_epochs_total counter\n");
            assertThat(series(open)).isEqualTo(series(meters.scrape())).hasSizeGreaterThan(60);
        }
    }

    private static List<String> series(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).sorted().toList();
    }

    @Test
    void durationsAreCountedByTheirLength() {
        try (var meters = new Meters(EnumSet.of(Part.TRAINER))) {
            meters.record(Meter.RETRAIN, Duration.ofMillis(70));
            meters.record(Meter.RETRAIN, Duration.ofSeconds(2));
            assertThat(meters.scrape().lines())
                    .contains("# TYPE chorus_retrain_duration_seconds histogram")
                    .contains("chorus_retrain_duration_seconds_bucket{le=\"0.05\"} 0")
                    .contains("chorus_retrain_duration_seconds_bucket{le=\"0.1\"} 1")
                    .contains("chorus_retrain_duration_seconds_bucket{le=\"2.5\"} 2")
                    .contains("chorus_retrain_duration_seconds_bucket{le=\"+Inf\"} 2");
        }
    }

    @Test
    void whatSomebodyElseCountsIsReadAtEachScrape() {
        var hits = new AtomicLong(3);
        try (var meters = new Meters(EnumSet.of(Part.TOPOLOGY))) {
            assertThat(meters.scrape().lines()).contains("chorus_rocksdb_cache_hits_total 0.0");
            meters.read(Meter.CACHE_HITS, hits::get);
            assertThat(meters.scrape().lines()).contains("chorus_rocksdb_cache_hits_total 3.0");
            hits.set(5);
            assertThat(meters.scrape().lines()).contains("chorus_rocksdb_cache_hits_total 5.0");
            assertThatThrownBy(() -> meters.read(Meter.REFUSED, () -> 1)).hasMessage("REFUSED is a COUNTER");
        }
    }

    @Test
    void aCampaignIsInOnePhaseOnceTwoGenerationsAreKnown() {
        try (var meters = new Meters(EnumSet.of(Part.TRAINER))) {
            meters.publish(GENERATION, List.of(row("factual", 4, 0.1), row(TWIN, 4, 0.1)), TWIN);
            assertThat(meters.scrape()).doesNotContain("chorus_campaign_phase{");
            meters.publish(GENERATION, List.of(row("factual", 4, 0.1), row(TWIN, 4, 0.1)), TWIN);
            assertThat(meters.scrape().lines().filter(line -> line.startsWith("chorus_campaign_phase{")))
                    .containsExactly(
                            "chorus_campaign_phase{campaign=\"lift\",phase=\"hold\",world=\"factual\"} 1.0",
                            "chorus_campaign_phase{campaign=\"lift\",phase=\"join\",world=\"factual\"} 0.0",
                            "chorus_campaign_phase{campaign=\"lift\",phase=\"leave\",world=\"factual\"} 0.0");
        }
    }

    @Test
    void prometheusOwnToolFindsNothingToMendInAnyMeter() throws Exception {
        try (var meters = new Meters(Part.all())) {
            for (var meter : Metered.all()) {
                touch(meters, meter);
            }
            Promtool.accepts(meters.scrape());
        }
    }

    @Test
    void onlyCountersEndInTotal() {
        for (var meter : Metered.all()) {
            assertThat(MeterPage.prometheus(meter).endsWith("_total"))
                    .as(meter.dotted())
                    .isEqualTo(meter.kind() == Metered.Kind.COUNTER);
        }
    }

    @Test
    void aMeterIsUsedByItsKindAndWithItsLabels() {
        try (var meters = new Meters(Part.all())) {
            assertThatThrownBy(() -> meters.add(Meter.GENERATION, 1)).hasMessage("GENERATION is a GAUGE");
            assertThatThrownBy(() -> meters.set(Meter.ALPHA, 1)).hasMessage("ALPHA has the labels [campaign, world]");
        }
    }

    @Test
    void everyMeasureIsShown() {
        assertThat(Stream.concat(Shown.OF_CAMPAIGN.stream(), Shown.OF_WORLD.stream())
                        .map(Shown::measure))
                .containsExactlyInAnyOrderElementsOf(Measures.ALL);
    }

    @Test
    void theMachineIsShownWhenAskedFor() {
        try (var meters = new Meters(Part.all()).withMachine()) {
            assertThat(meters.scrape()).contains("jvm_memory_used_bytes", "jvm_threads_live_threads");
        }
    }

    private static void touch(Meters meters, Metered meter) {
        var labels = meter.labels().toArray(String[]::new);
        switch (meter.kind()) {
            case GAUGE -> meters.set(meter, 1, labels);
            // there from the beginning
            case COUNTER -> {}
            case HISTOGRAM -> meters.record(meter, Duration.ofMillis(10));
        }
    }

    private static EvaluationRow row(String world, long hits, double alpha) {
        var amplification = alpha == 0 ? OptionalDouble.empty() : OptionalDouble.of(3);
        var gained = Figures.NONE
                .with(Amplification.PER_PLAYLIST, amplification)
                .with(Interference.MEASURE, Interference.of(hits, 4));
        var effect = new EvaluationRow.Effect(9, alpha, hits, 1, gained);
        var figures = SomeFigures.accuracy(0.1, 0.2, 0.3, 0.4, 0.5, 1.5)
                .and(SomeFigures.bias(0.9, 0.8, 0.7, 0.6, 12, 0.2, 0.05, 6));
        return new EvaluationRow(7, world, "lift", "PooledNN", 10, effect, figures);
    }
}
