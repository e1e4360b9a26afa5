package chorus.report.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chorus.evaluate.Measures;
import chorus.evaluate.amplification.EffectTally;
import chorus.evaluate.bias.BiasMeasures;
import chorus.report.RunBundle;
import chorus.report.RunBundle.Known;
import chorus.rows.results.DistributionRow;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.EvaluationRow.Effect;
import chorus.rows.results.Figures;
import chorus.rows.results.GenerationRow;
import chorus.rows.results.Measure;
import chorus.worlds.World;
import chorus.worlds.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRowsTest {
    private static final Worlds WORLDS =
            new Worlds(List.of(new World(1, "a, \"b\"", Set.of("lift")), new World(0, "twin", Set.of())));

    @TempDir
    private Path dir;

    @Test
    void whatABundleHoldsIsReadBackToTheSameBits() {
        var bundle = RunBundle.open(dir, "", WORLDS, Known.NOTHING);
        fill(bundle);
        var kept = KeptRows.in(dir);
        assertThat(kept.generations()).containsExactlyElementsOf(bundle.generations());
        assertThat(kept.evaluations()).containsExactlyElementsOf(bundle.evaluations());
        assertThat(kept.distributions())
                .containsExactlyElementsOf(bundle.distributions())
                .isNotEmpty();
    }

    @Test
    void distributionsOfEarlierLivesStayAsTheyAreKeptNowhereElse() {
        fill(RunBundle.open(dir, "", WORLDS, Known.NOTHING));
        var before = KeptRows.in(dir);
        var again = RunBundle.open(dir, "", WORLDS, new Known(before.generations(), before.evaluations()));
        assertThat(again.distributions()).containsExactlyElementsOf(before.distributions());
    }

    @Test
    void distributionsOfGenerationsThatTheRunDoesNotKnowGo() {
        fill(RunBundle.open(dir, "", WORLDS, Known.NOTHING));
        RunBundle.open(dir, "", WORLDS, Known.NOTHING);
        assertThat(KeptRows.in(dir).distributions()).isEmpty();
    }

    @Test
    void aLineThatWasTornIsLeftOut() throws IOException {
        fill(RunBundle.open(dir, "", WORLDS, Known.NOTHING));
        var whole = KeptRows.in(dir);
        Files.writeString(dir.resolve("distributions.csv"), "3,twin,li", StandardOpenOption.APPEND);
        Files.writeString(dir.resolve("evaluations.csv"), "3,\"twi", StandardOpenOption.APPEND);
        assertThat(KeptRows.in(dir)).isEqualTo(whole);
    }

    @Test
    void aRunOfAVersionWithoutDistributionsHasNone() throws IOException {
        fill(RunBundle.open(dir, "", WORLDS, Known.NOTHING));
        Files.delete(dir.resolve("distributions.csv"));
        assertThat(KeptRows.in(dir).distributions()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldInOneLineWithItsPlace() throws IOException {
        assertThatThrownBy(() -> KeptRows.in(dir))
                .isInstanceOf(KeptFault.class)
                .hasMessage(dir + ": there is no run here; name a directory with a generations.csv or rounds.csv");
        fill(RunBundle.open(dir, "", WORLDS, Known.NOTHING));
        var file = dir.resolve("generations.csv");
        Files.writeString(file, Files.readString(file).replaceFirst("\n0,", "\nnought,"));
        assertThatThrownBy(() -> KeptRows.in(dir)).hasMessage(file + ":2: generation = nought: must be a whole number");
        Files.writeString(file, "generation,edits\n1,2\n3\n");
        assertThatThrownBy(() -> KeptRows.in(dir)).hasMessage(file + ":3: 1 fields in a file of 2 columns");
        Files.writeString(file, "edits\n1\n");
        assertThatThrownBy(() -> KeptRows.in(dir)).hasMessage(file + ": the column generation is missing");
    }

    private static void fill(RunBundle bundle) {
        bundle.add(new GenerationRow(0, "PooledNN", 10, 1, 90, 10, 50, 400, ""), rows(0), spread(0));
        bundle.add(new GenerationRow(1, "PooledNN", 0, 0, 0, 0, 0, 0, "ended, \"while\" …"), List.of(), List.of());
        bundle.add(new GenerationRow(2, "PooledNN", 30, 1, 90, 10, 50, 500, ""), rows(2), spread(2));
    }

    private static List<EvaluationRow> rows(long generation) {
        return WORLDS.named().stream()
                .map(world -> new EvaluationRow(
                        generation,
                        world.name(),
                        "lift",
                        "PooledNN",
                        10,
                        new Effect(3, 0.1 + generation / 3.0, 4, 1, Figures.NONE),
                        some(BiasMeasures.measures(), generation)))
                .map(KeptRowsTest::withAmplification)
                .toList();
    }

    private static EvaluationRow withAmplification(EvaluationRow row) {
        var effect = row.effect().with(some(EffectTally.measures().subList(0, 5), row.generation()));
        return new EvaluationRow(
                row.generation(),
                row.world(),
                row.campaign(),
                row.recommender(),
                row.testPlaylists(),
                effect,
                row.figures());
    }

    private static List<DistributionRow> spread(long generation) {
        return WORLDS.named().stream()
                .map(world -> new DistributionRow(
                        generation,
                        world.name(),
                        "lift",
                        "PooledNN",
                        some(Measures.DISTRIBUTIONS.subList(generation == 0 ? 0 : 5, 20), generation)))
                .toList();
    }

    private static Figures some(List<Measure> measures, long generation) {
        var figures = Figures.NONE;
        for (var i = 0; i < measures.size(); i++) {
            figures = figures.with(measures.get(i), OptionalDouble.of((generation + 1) / (3.0 + i)));
        }
        return figures;
    }
}
